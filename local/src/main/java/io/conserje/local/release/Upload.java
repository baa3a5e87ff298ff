package io.conserje.local.release;

/**
 * @param there whether the bucket has it already
 */
public record Upload(String file, long bytes, boolean there) {}
