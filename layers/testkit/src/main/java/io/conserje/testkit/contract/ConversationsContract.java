package io.conserje.testkit.contract;

/** The whole contract of the port. */
public interface ConversationsContract
        extends TurnsContract,
                OutboxContract,
                SendingContract,
                ParkedContract,
                ReceiptsContract,
                TenantsContract {}
