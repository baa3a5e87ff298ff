package io.conserje.testkit;

import io.conserje.application.Conversations;
import io.conserje.testkit.contract.ConversationsContract;

class InMemoryConversationsTest implements ConversationsContract {
    private final Conversations conversations = new InMemoryConversations();

    @Override
    public Conversations conversations() {
        return conversations;
    }
}
