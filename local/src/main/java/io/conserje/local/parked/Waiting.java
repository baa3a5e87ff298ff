package io.conserje.local.parked;

import io.conserje.application.Conversations.Explained;
import io.conserje.application.audit.Evidence.Parked;
import io.conserje.aws.DeadLetters;

/** Something that waits for a person. */
public sealed interface Waiting {
    /** By which it is replayed or discarded. */
    String id();

    /** A queue message in a dead-letter queue. */
    record Letter(DeadLetters.Letter letter) implements Waiting {
        @Override
        public String id() {
            return about().id();
        }

        Parked about() {
            return letter.about();
        }
    }

    /** A message of ours that was given up, or is on its way again since. */
    record Message(Explained message) implements Waiting {
        @Override
        public String id() {
            return message.content().id().toString();
        }
    }
}
