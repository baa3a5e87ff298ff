package io.conserje.engine.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.engine.understanding.IntentTraining.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntentTrainingTest {
    private static final List<Sample> SAMPLES =
            List.of(
                    sample("book", "w want", "w appointment"),
                    sample("book", "w book", "w appointment"),
                    sample("book", "w want", "w book", "w monday"),
                    sample("cancel", "w cancel", "w appointment"),
                    sample("cancel", "w cancel", "w monday"),
                    sample("cancel", "w drop", "w cancel"),
                    sample("hours", "w open", "w when"),
                    sample("hours", "w open", "w monday"),
                    sample("hours", "w when", "w closed"));

    private static Sample sample(String label, String... features) {
        return new Sample(Set.of(label), List.of(features));
    }

    private static String likeliest(IntentModel model, String... features) {
        return model.scores(List.of(features)).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void whatItWasTaughtItKnows() {
        IntentModel model = IntentTraining.learn(SAMPLES);

        for (Sample sample : SAMPLES) {
            String[] features = sample.features().toArray(String[]::new);
            assertEquals(sample.labels(), Set.of(likeliest(model, features)), sample.toString());
            double score =
                    model.scores(sample.features()).getOrDefault(likeliest(model, features), 0.0);
            assertTrue(score > 0.6, sample + " has " + score);
        }
        assertEquals(List.of("book", "cancel", "hours"), model.labels());
        assertEquals(
                Set.of(
                        "want",
                        "appointment",
                        "book",
                        "monday",
                        "cancel",
                        "drop",
                        "open",
                        "when",
                        "closed"),
                model.words());
    }

    @Test
    void theScoresOfATextMakeOne() {
        IntentModel model = IntentTraining.learn(SAMPLES);

        for (List<String> features :
                List.of(List.of("w cancel"), List.of("w nothing"), List.<String>of())) {
            double sum = model.scores(features).values().stream().mapToDouble(score -> score).sum();
            assertEquals(1, sum, 1e-9);
        }
    }

    @Test
    void ofWhatSpeaksForTwoEachHasHalf() {
        List<Sample> samples = new ArrayList<>(SAMPLES);
        for (int i = 0; i < 4; i++) {
            samples.add(new Sample(Set.of("book", "cancel"), List.of("w both", "w kinds")));
        }

        Map<String, Double> scores =
                IntentTraining.learn(samples).scores(List.of("w both", "w kinds"));

        assertEquals(0.5, scores.getOrDefault("book", 0.0), 0.1);
        assertEquals(0.5, scores.getOrDefault("cancel", 0.0), 0.1);
    }

    @Test
    void theSameSamplesMakeTheSameModelAndItSurvivesWriting() {
        List<String> lines = IntentTraining.learn(SAMPLES).lines();

        assertEquals(lines, IntentTraining.learn(SAMPLES).lines());
        assertEquals(lines, IntentModel.read(lines).lines());
        assertEquals(
                IntentTraining.learn(SAMPLES).scores(List.of("w cancel", "w monday")),
                IntentModel.read(lines).scores(List.of("w cancel", "w monday")));
        assertEquals("book cancel hours", lines.getFirst());
    }

    @Test
    void aPairOfWordsThatWasSeenOnceTeachesNothing() {
        List<Sample> samples = new ArrayList<>(SAMPLES);
        samples.add(sample("book", "w want", "p want_rare"));
        samples.add(sample("hours", "w open", "p often_seen"));
        samples.add(sample("hours", "w open", "p often_seen"));

        String text = String.join("\n", IntentTraining.learn(samples).lines());

        assertTrue(!text.contains("want_rare"), text);
        assertTrue(text.contains("often_seen"), text);
    }
}
