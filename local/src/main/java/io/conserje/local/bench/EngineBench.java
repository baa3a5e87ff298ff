package io.conserje.local.bench;

import io.conserje.application.Words;
import io.conserje.engine.Business;
import io.conserje.engine.Plain;
import io.conserje.engine.understanding.Hearing;
import io.conserje.engine.understanding.Hearing.Asked;
import io.conserje.engine.understanding.NaturalLanguage;
import io.conserje.engine.understanding.Understanding;
import io.conserje.model.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How long it takes to understand one message, on one thread. */
public final class EngineBench {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;

    private final Understanding understanding;
    private final List<String> sentences;

    public EngineBench(Business business, List<String> sentences) {
        Words words = Words.load();
        this.understanding = new NaturalLanguage(words.lexicon(), words.intents(), business);
        this.sentences = sentences;
    }

    /** The last column of a file of sentences in columns. */
    public static List<String> sentences(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .toList();
    }

    public String run(ZonedDateTime now) {
        Hearing hearing = new Hearing(now, Language.ES, Asked.NOTHING);
        Taken read = measure(text -> understanding.read(text, hearing));
        Taken plain = measure(Plain::of);
        return String.format(
                Locale.ROOT,
                "%d readings: on the clock %s%nof the processor %s; %.1f times Plain.of",
                read.clock().length,
                told(read.clock()),
                told(read.processor()),
                (double) Arrays.stream(read.processor()).sum()
                        / Arrays.stream(plain.processor()).sum());
    }

    /** A busy machine takes longer on the clock, and hardly of its processor. */
    private record Taken(long[] clock, long[] processor) {}

    private Taken measure(Consumer<String> pass) {
        for (int i = 0; i < WARM_UP; i++) {
            sentences.forEach(pass);
        }
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long[] clock = new long[sentences.size() * ROUNDS];
        long[] processor = new long[clock.length];
        for (int i = 0; i < clock.length; i++) {
            String sentence = sentences.get(i % sentences.size());
            long cpu = thread.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            pass.accept(sentence);
            clock[i] = System.nanoTime() - before;
            processor[i] = thread.getCurrentThreadCpuTime() - cpu;
        }
        Arrays.sort(clock);
        Arrays.sort(processor);
        return new Taken(clock, processor);
    }

    private static String told(long[] sorted) {
        return String.format(
                Locale.ROOT,
                "p50 %.0f µs, p99 %.0f µs, p99.9 %.0f µs, max %.0f µs",
                micros(sorted, 0.5),
                micros(sorted, 0.99),
                micros(sorted, 0.999),
                micros(sorted, 1));
    }

    private static double micros(long[] sorted, double share) {
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, at)] / 1000.0;
    }
}
