package io.conserje.local.bench.start;

/**
 * What one run of a function showed.
 *
 * @param initMillis until it was ready: asked for its first event, or was ready for its snapshot
 * @param answerMillis from the restore, or from that readiness, to the first answer
 * @param cpuMillis of the processor meanwhile
 * @param rssMegabytes of its process when it was ready
 */
record Run(double initMillis, double answerMillis, double cpuMillis, double rssMegabytes) {

    double coldMillis() {
        return initMillis + answerMillis;
    }
}
