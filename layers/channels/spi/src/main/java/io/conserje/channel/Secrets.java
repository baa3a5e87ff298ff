package io.conserje.channel;

/** The secrets of one account. Values are read when they are used and never kept. */
public interface Secrets {
    /**
     * @throws IllegalStateException when it is not there; the message names it and never holds a
     *     value
     */
    String get(String name);
}
