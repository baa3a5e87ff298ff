package io.conserje.local.project;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small business's file, to which a test adds what it is about. */
record Profile(Path file) {
    /** As many lines as stand before what is added. */
    static final int LINES = 10;

    private static final String BEGINNING =
            """
            project: small
            name: { es: Pequeña, en: Small }
            language: es
            time-zone: Europe/Madrid
            hours: { monday: ["09:00-14:00", "16:00-20:00"], tuesday: ["09:00-14:00"] }
            topics:
              - { id: prices, title: { es: Precios, en: Prices }, answer: { es: x, en: y } }
            accounts:
              - channel: whatsapp
                account: small
            """;

    static Profile in(Path folder, String more) throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, BEGINNING + more);
        return new Profile(file);
    }

    Project read() {
        return ProjectFile.read(file);
    }

    /** Its faults, with lines counted from where the test's own text begins. */
    List<String> faults() {
        InvalidProject fault = assertThrows(InvalidProject.class, this::read);
        return String.valueOf(fault.getMessage()).lines().skip(1).map(Profile::fromThere).toList();
    }

    private static String fromThere(String told) {
        String[] parts = told.strip().split(",", 2);
        int line = Integer.parseInt(parts[0].substring("line ".length()));
        return (line - LINES) + "," + parts[1];
    }
}
