package io.conserje.aws.media;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An office document from before 2007: a compound file, told by the names of its streams. So is an
 * installer or a saved e-mail, and a document under a password, which is {@link #OTHER} here.
 */
final class CompoundDocument {
    static final String OTHER = "application/x-ole-storage";

    private static final Map<String, String> BY_STREAM =
            Map.of(
                    "WordDocument", "application/msword",
                    "Workbook", "application/vnd.ms-excel",
                    "Book", "application/vnd.ms-excel",
                    "PowerPoint Document", "application/vnd.ms-powerpoint");

    /** Where Word and Excel keep programs: MS-OVBA 2.2.1. PowerPoint keeps its own out of sight. */
    private static final Set<String> PROGRAMS =
            Set.of("Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA");

    private CompoundDocument() {}

    static String typeOf(Pieces file) throws IOException {
        CompoundNames names;
        try {
            names = CompoundNames.of(file);
        } catch (Pieces.Malformed e) {
            return OTHER;
        }
        List<String> types =
                BY_STREAM.entrySet().stream()
                        .filter(stream -> names.atRoot().contains(stream.getKey()))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList();
        if (types.size() != 1) {
            return OTHER;
        }
        boolean macros = names.all().stream().anyMatch(PROGRAMS::contains);
        return types.getFirst() + (macros ? TikaMediaTypes.MACROS : "");
    }
}
