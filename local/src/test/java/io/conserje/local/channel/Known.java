package io.conserje.local.channel;

/**
 * What a provider does not do as the others do. Whoever declares one says why; the contract then
 * proves that it really is so, and fails when it no longer is.
 */
enum Known {
    /** Nothing is asked when the webhook is registered. */
    NO_HANDSHAKE,
    /** A word in a header is the whole proof: whoever changes the body is not found out. */
    BODY_IS_NOT_SIGNED,
    /** What our calls are made with is no secret of the account. */
    NO_TOKEN,
    /** What a provider repeats comes once, for it lies in a queue that takes it once. */
    REPEATS_COME_ONCE,
    /** There are no options to tap: they are numbered lines, and customers write. */
    NO_BUTTONS,
    /** The press of a button is dated as the question was asked. */
    CHOICE_HAS_NO_TIME,
    /** Nobody tells us that a customer has blocked us, or let us in again. */
    BLOCKING_IS_NOT_TOLD,
    /** A message to who takes none is accepted, and a receipt tells of its failure. */
    STOPPED_IS_TOLD_LATER,
    /** A message to who takes none is accepted, and nobody tells that it is not shown. */
    STOPPED_IS_NOT_TOLD,
    /** Who never wrote to us can be written to. */
    REACHES_STRANGERS,
    /** A queue takes a message whatever the provider does; what became of it, receipts tell. */
    TAKEN_BY_A_QUEUE,
    /** The provider knows a file by its address alone: bytes that it lost were never there. */
    LOST_BYTES_ARE_GONE,
    /** Customers cannot tell the provider whether they want marketing. */
    NO_MARKETING_CHOICE,
    /** No customer sees that a message was read. */
    NO_READ_MARK,
    /** The provider reports nothing of a message that it took. */
    NO_RECEIPTS,
    /** Nothing has to be looked at by the provider before it is sent. */
    NO_TEMPLATES,
    /** A place without an address is shown as a point, without its name. */
    BARE_PLACE_HAS_NO_NAME,
    /** The provider takes longer titles of options than people can read, so we keep them short. */
    TITLES_ARE_OURS_TO_LIMIT,
    /** The provider tells no lengths and sizes, so we keep below those that others tell. */
    LIMITS_ARE_OURS
}
