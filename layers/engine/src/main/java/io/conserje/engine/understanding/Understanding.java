package io.conserje.engine.understanding;

/** Reads what a customer wrote. The same text and hearing always give the same reading. */
public interface Understanding {
    Reading read(String text, Hearing hearing);
}
