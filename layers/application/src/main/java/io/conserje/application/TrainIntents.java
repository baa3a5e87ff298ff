package io.conserje.application;

import io.conserje.engine.understanding.IntentModel;
import io.conserje.engine.understanding.IntentSamples;
import io.conserje.engine.understanding.IntentTraining;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the model out of the training sentences. The build runs it; nothing that is deployed does.
 */
public final class TrainIntents {
    private TrainIntents() {}

    public static void main(String[] files) throws IOException {
        Path model = Path.of(files[1]);
        Files.createDirectories(model.toAbsolutePath().getParent());
        String text = String.join("\n", train(Path.of(files[0])).lines()) + "\n";
        Files.writeString(model, text, StandardCharsets.UTF_8);
    }

    static IntentModel train(Path sentences) throws IOException {
        return IntentTraining.learn(
                IntentSamples.of(
                        Words.readLexicon(),
                        Files.readAllLines(sentences, StandardCharsets.UTF_8)));
    }
}
