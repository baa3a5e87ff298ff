package io.conserje.local.emulator;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How often the provider misbehaves, each as a share of 0 to 1.
 *
 * @param duplicate a webhook is posted twice
 * @param reorder a webhook is overtaken by webhooks of other conversations
 * @param delay a webhook, or an API's answer, is up to 1.5 s late
 * @param error an API call is refused with one of the provider's passing errors, without effect
 * @param throttle an API call is refused for there being too many, without effect
 * @param stall an API call is never answered: half of them had their effect, half had none
 * @param seed what makes a run repeatable
 */
public record FaultDial(
        double duplicate,
        double reorder,
        double delay,
        double error,
        double throttle,
        double stall,
        long seed) {

    public static final FaultDial OFF = new FaultDial(0, 0, 0, 0, 0, 0, 1);

    public FaultDial {
        share("duplicate", duplicate);
        share("reorder", reorder);
        share("delay", delay);
        share("error", error);
        share("throttle", throttle);
        share("stall", stall);
    }

    /** Reads what {@link #toString} writes; what is not named is as in {@link #OFF}. */
    public static FaultDial parse(String text) {
        return OFF.with(text);
    }

    /** This dial with some of its knobs turned, as in {@code duplicate=0.2,seed=7}. */
    public FaultDial with(String text) {
        Map<String, String> knobs = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
                knobs.put(name, equals < 0 ? "" : part.substring(equals + 1).strip());
            }
        }
        return with(knobs);
    }

    public FaultDial with(Map<String, String> knobs) {
        FaultDial dial = this;
        for (Map.Entry<String, String> knob : knobs.entrySet()) {
            dial = dial.with(knob.getKey(), knob.getValue());
        }
        return dial;
    }

    private FaultDial with(String name, String value) {
        return switch (name) {
            case "duplicate" ->
                    new FaultDial(
                            number(name, value), reorder, delay, error, throttle, stall, seed);
            case "reorder" ->
                    new FaultDial(
                            duplicate, number(name, value), delay, error, throttle, stall, seed);
            case "delay" ->
                    new FaultDial(
                            duplicate, reorder, number(name, value), error, throttle, stall, seed);
            case "error" ->
                    new FaultDial(
                            duplicate, reorder, delay, number(name, value), throttle, stall, seed);
            case "throttle" ->
                    new FaultDial(
                            duplicate, reorder, delay, error, number(name, value), stall, seed);
            case "stall" ->
                    new FaultDial(
                            duplicate, reorder, delay, error, throttle, number(name, value), seed);
            case "seed" ->
                    new FaultDial(
                            duplicate, reorder, delay, error, throttle, stall, whole(name, value));
            default ->
                    throw new Refused(
                            name,
                            "no such fault; there are duplicate, reorder, delay, error, throttle,"
                                    + " stall, seed");
        };
    }

    /**
     * What goes wrong with one webhook or call. The key names it in the run: chance depends on the
     * key and the seed only, so that threads may race and the run still repeats itself.
     */
    public Faults faults(String key) {
        return Faults.draw(this, new SplittableRandom(seed ^ fingerprint(key)));
    }

    /** FNV-1a over the characters, since {@link String#hashCode} has but 32 bits. */
    private static long fingerprint(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new Refused(name, "must be a number from 0 to 1, not " + value);
        }
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new Refused(name, "must be a number from 0 to 1, not '" + value + "'", e);
        }
    }

    private static long whole(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Refused(name, "must be a whole number, not '" + value + "'", e);
        }
    }

    @Override
    public String toString() {
        return "duplicate="
                + duplicate
                + ",reorder="
                + reorder
                + ",delay="
                + delay
                + ",error="
                + error
                + ",throttle="
                + throttle
                + ",stall="
                + stall
                + ",seed="
                + seed;
    }
}
