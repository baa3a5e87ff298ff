package io.conserje.local.command;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A QR that a phone can scan from a terminal: two rows of it in each line of text. */
final class Qr {
    /** What a scanner needs around it (ISO/IEC 18004: four modules; phones do with two). */
    private static final int QUIET_ZONE = 2;

    private Qr() {}

    /** Drawn in white on whatever the terminal's ground is, so that dark grounds scan as well. */
    static List<String> lines(String text) {
        BitMatrix dark = encode(text);
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < dark.getHeight(); y += 2) {
            StringBuilder line = new StringBuilder("\u001b[97;40m");
            for (int x = 0; x < dark.getWidth(); x++) {
                boolean lower = y + 1 < dark.getHeight() && dark.get(x, y + 1);
                line.append(block(!dark.get(x, y), y + 1 < dark.getHeight() && !lower));
            }
            lines.add(line.append("\u001b[0m").toString());
        }
        return lines;
    }

    private static char block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '\u2588' : '\u2580';
        }
        return lower ? '\u2584' : ' ';
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.L));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR: " + text.length(), e);
        }
    }
}
