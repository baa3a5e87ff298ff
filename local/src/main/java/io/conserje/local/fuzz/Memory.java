package io.conserje.local.fuzz;

/** How much lives on. */
final class Memory {
    /** One collection may leave what only finalizers and soft references hold. */
    private static final int COLLECTIONS = 3;

    private Memory() {}

    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
