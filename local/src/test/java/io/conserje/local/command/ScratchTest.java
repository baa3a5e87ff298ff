package io.conserje.local.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScratchTest {
    /** A command that would never end. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (Scratch scratch = Scratch.named("conserje-test")) {
                Files.writeString(scratch.folder().resolve("file"), "written");
                System.out.println(scratch.folder());
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void it_is_gone_at_the_end_with_all_that_is_in_it() throws IOException {
        Path folder;
        try (Scratch scratch = Scratch.named("conserje-test")) {
            folder = scratch.folder();
            Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("file"), "");
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void what_is_to_be_looked_at_stays() throws IOException {
        Path folder;
        try (Scratch scratch = Scratch.named("conserje-test")) {
            folder = scratch.folder();
            scratch.keep(true);
        }
        assertTrue(Files.exists(folder));
        Files.delete(folder);
    }

    @Test
    void it_is_gone_when_the_command_is_stopped() throws IOException, InterruptedException {
        Process endless =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Endless.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            Path folder = Path.of(endless.inputReader().readLine());
            assertTrue(Files.exists(folder.resolve("file")));

            endless.destroy();

            assertTrue(endless.waitFor(60, TimeUnit.SECONDS), "it did not end");
            assertFalse(Files.exists(folder));
        } finally {
            endless.destroyForcibly();
        }
    }
}
