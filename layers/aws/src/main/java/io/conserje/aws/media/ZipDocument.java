package io.conserje.aws.media;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An office document that is a zip: told by the names of its parts, since a zip that is called
 * .docx is not one. Macros are told by names, too: https://learn.microsoft.com/openspecs/
 * (MS-OFFMACRO2, MS-XLSB) and, for OpenDocument, the folders that its applications keep programs
 * in.
 */
final class ZipDocument {
    static final String ZIP = "application/zip";

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final String CONTENTS = "[Content_Types].xml";

    private static final Map<String, String> BY_FOLDER =
            Map.of(
                    "word/", OOXML + "wordprocessingml.document",
                    "xl/", OOXML + "spreadsheetml.sheet",
                    "ppt/", OOXML + "presentationml.presentation");

    private ZipDocument() {}

    /**
     * @param byBytes what the first bytes say, which tell an OpenDocument
     * @return {@link #ZIP} for every other zip
     */
    static String typeOf(Pieces zip, String byBytes) throws IOException {
        Set<String> names;
        try {
            names = ZipNames.of(zip);
        } catch (Pieces.Malformed e) {
            return ZIP;
        }
        return byBytes.startsWith(OPEN_DOCUMENT)
                ? openDocument(names, byBytes)
                : ooxml(names).map(type -> withMacros(type, hasMacros(names))).orElse(ZIP);
    }

    private static Optional<String> ooxml(Set<String> names) {
        List<String> types =
                BY_FOLDER.entrySet().stream()
                        .filter(folder -> anyBegins(names, folder.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        return names.contains(CONTENTS) && types.size() == 1
                ? Optional.of(types.getFirst())
                : Optional.empty();
    }

    private static boolean hasMacros(Set<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name ->
                        name.endsWith("vbaproject.bin")
                                || name.contains("/macrosheets/")
                                // A binary workbook can hold macros that no name tells of.
                                || name.equals("xl/workbook.bin"));
    }

    private static String openDocument(Set<String> names, String type) {
        if (names.contains("encrypted-package") || !names.contains("META-INF/manifest.xml")) {
            return ZIP;
        }
        return withMacros(type, anyBegins(names, "Basic/") || anyBegins(names, "Scripts/"));
    }

    private static boolean anyBegins(Set<String> names, String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }

    private static String withMacros(String type, boolean macros) {
        return macros ? type + TikaMediaTypes.MACROS : type;
    }
}
