package io.conserje.testkit.contract;

/** The whole contract of the port. */
public interface BookingStoreContract
        extends BookingVersionsContract,
                BookingWholenessContract,
                BookingCausesContract,
                BookingListsContract {}
