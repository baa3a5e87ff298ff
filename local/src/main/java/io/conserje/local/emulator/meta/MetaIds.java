package io.conserje.local.emulator.meta;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids that look as Meta's do, so that nobody counts on a shape they do not have. */
final class MetaIds {
    private static final String USER_PREFIX = "ES.7";
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern PHONE = Pattern.compile("[0-9]{7,15}");

    private final MetaSeal seal;

    MetaIds(MetaSeal seal) {
        this.seal = seal;
    }

    /** Made from what it names: no two messages of a data folder share one, across restarts too. */
    String wamid(String customer, String key) {
        String unique = seal.hmac(key.getBytes(StandardCharsets.UTF_8)).substring(0, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1c, 0x18, (byte) customer.length()});
        bytes.writeBytes(customer.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {0x15, 0x02, 0x00, 0x12, 0x18, 0x14});
        bytes.writeBytes(unique.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The id that Meta gives to a customer for this business (a BSUID). */
    static String userId(String customer) {
        return USER_PREFIX + customer;
    }

    /**
     * A number as people write it, or an id that {@link #userId} made, as Meta's {@code wa_id};
     * empty when it is neither.
     */
    static Optional<String> waId(String named) {
        boolean isUserId = named.startsWith(USER_PREFIX);
        String number = isUserId ? named.substring(USER_PREFIX.length()) : named;
        String digits = NOT_DIGITS.matcher(number).replaceAll("");
        return PHONE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}
