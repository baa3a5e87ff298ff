package io.conserje.aws.media;

import io.conserje.application.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * Apache Tika's knowledge of how files begin, and a closer look where the beginning is not enough.
 * Tika would believe a name where the bytes leave it a choice, so it is asked without one.
 */
public final class TikaMediaTypes implements MediaTypes {
    static final String UNKNOWN = "application/octet-stream";
    static final String MACROS = "; macros=yes";

    private static final int HEAD = 64 * 1024;
    private static final String TEXT = "text/plain";
    private static final String RTF = "application/rtf";
    private static final String PDF = "application/pdf";

    /** Windows takes the blanks and dots away that stand behind it. */
    private static final Pattern EXTENSION =
            Pattern.compile("\\.([A-Za-z0-9]{1,10})[. ]{0,300}$", Pattern.DOTALL);

    /** Read here, so that a snapshot holds what Tika knows. */
    private final MimeTypes tika = MimeTypes.getDefaultMimeTypes();

    @Override
    public String of(Path file, Optional<String> fileName) throws IOException {
        try (Pieces pieces = Pieces.of(file)) {
            byte[] head = pieces.head(HEAD);
            String byBytes = ask(head, "");
            String extension = fileName.map(TikaMediaTypes::extension).orElse("");
            if (begins(head, 'P', 'K', 3, 4)) {
                return zip(pieces, byBytes, ask(head, extension));
            }
            if (begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
                return CompoundDocument.typeOf(pieces);
            }
            if (begins(head, 'O', 'g', 'g', 'S')) {
                return Film.ofOgg(head);
            }
            return switch (byBytes) {
                case TEXT -> text(head, extension);
                case PDF -> beginsWith("%PDF-", head) ? PDF : UNKNOWN;
                case "video/quicktime" -> Film.ofBrands(head);
                case "application/x-matroska", "video/x-matroska" -> Film.ofMatroska(head);
                default -> byBytes;
            };
        }
    }

    private static String zip(Pieces pieces, String byBytes, String byName) throws IOException {
        String type = ZipDocument.typeOf(pieces, byBytes);
        return byName.contains("macroenabled") ? byName : type;
    }

    /**
     * A name makes a script of a text and a table of it. Markup that Tika does not know is none to
     * keep either.
     */
    private String text(byte[] head, String extension) throws IOException {
        if (beginsWith("<", head)) {
            return "text/x-markup";
        }
        String byName = ask(head, extension);
        return byName.equals(RTF) ? TEXT : byName;
    }

    private String ask(byte[] head, String extension) throws IOException {
        Metadata hints = new Metadata();
        if (!extension.isEmpty()) {
            hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file." + extension);
        }
        try {
            return tika.detect(new ByteArrayInputStream(head), hints).getBaseType().toString();
        } catch (RuntimeException e) {
            // Somebody made it so that looking at it fails. It is not for us.
            return UNKNOWN;
        }
    }

    /** Nothing else of a stranger's name is looked at. */
    private static String extension(String fileName) {
        Matcher extension = EXTENSION.matcher(fileName);
        return extension.find() ? extension.group(1) : "";
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Also the zeros between the letters of UTF-16, and the marks that a text of Unicode begins
     * with.
     */
    private static boolean isBlank(int character) {
        return switch (character) {
            case 0, '\t', '\n', '\f', '\r', ' ', 0xef, 0xbb, 0xbf, 0xfe, 0xff -> true;
            default -> false;
        };
    }

    /** Behind a byte order mark and blanks, in any encoding that has ASCII in it. */
    private static boolean beginsWith(String text, byte[] head) {
        int found = 0;
        for (byte each : head) {
            int character = each & 0xff;
            if (character == text.charAt(found)) {
                found++;
                if (found == text.length()) {
                    return true;
                }
            } else if (found > 0 || !isBlank(character)) {
                return false;
            }
        }
        return false;
    }
}
