package io.conserje.local.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A change set while it is carried out, to its end. */
final class Rollout {
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Three hours: a canary takes a quarter of one, and what failed is undone in the same time. */
    private static final int LOOKS = 2160;

    private static final String A_STACK = "AWS::CloudFormation::Stack";

    private final Stacks stacks;
    private final Pause pause;
    private final Consumer<Told> told;

    /**
     * @param status the stack's in the end
     * @param failures with the first, which is mostly the cause, at the beginning
     */
    record Ended(String status, List<Happening> failures) {
        private static final List<String> WELL =
                List.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");

        boolean well() {
            return WELL.contains(status);
        }
    }

    Rollout(Stacks stacks, Pause pause, Consumer<Told> told) {
        this.stacks = stacks;
        this.pause = pause;
        this.told = told;
    }

    Ended run(String stack, ChangeSet.Ready set) {
        Optional<String> last = stacks.lastEvent(stack);
        stacks.execute(set);
        List<Happening> failures = new ArrayList<>();
        for (int look = 0; look < LOOKS; look++) {
            for (StackEvent event : stacks.eventsAfter(stack, last)) {
                last = Optional.of(event.eventId());
                Happening happening = happening(event);
                told.accept(new Told.Happened(happening));
                if (happening.failed()) {
                    failures.add(happening);
                }
                // The stack's own status may lag behind what has just been begun; its events do
                // not.
                if (isItself(happening, stack) && !happening.status().endsWith("_IN_PROGRESS")) {
                    return new Ended(happening.status(), failures);
                }
            }
            pause.of(LOOK);
        }
        return new Ended("IN_PROGRESS", failures);
    }

    private static boolean isItself(Happening happening, String stack) {
        return happening.type().equals(A_STACK) && happening.resource().equals(stack);
    }

    private static Happening happening(StackEvent event) {
        return new Happening(
                event.timestamp(),
                event.logicalResourceId(),
                event.resourceType(),
                event.resourceStatusAsString(),
                Objects.requireNonNullElse(event.resourceStatusReason(), ""));
    }
}
