package io.conserje.aws.media;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.conserje.application.MediaTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is damaged, by chance or on purpose, looking at it ends with an answer. */
class DamagedFilesTest {
    private static final MediaTypes TYPES = new TikaMediaTypes();

    @TempDir Path disk;

    static Stream<byte[]> files() {
        return Stream.of(
                Made.docxWith("word/vbaProject.bin"),
                Made.openDocument("text", "content.xml"),
                Compound.of("WordDocument", "Macros", "1Table"),
                Compound.at(120, "Workbook"),
                Made.film("XYZ1", "isom"),
                Made.SVG);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsCutAnywhereIsLookedAt(byte[] whole) throws IOException {
        int step = Math.max(1, whole.length / 200);
        for (int length = 1; length < whole.length; length += step) {
            look(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileWithWrongBytesIsLookedAt(byte[] whole) throws IOException {
        Random random = new Random(20260311);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int wrong = random.nextInt(1, 8); wrong > 0; wrong--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            look(damaged);
        }
    }

    private void look(byte[] bytes) throws IOException {
        Path file = Files.write(disk.resolve("file"), bytes);
        assertFalse(TYPES.of(file, Optional.of("a.docx")).isEmpty());
    }
}
