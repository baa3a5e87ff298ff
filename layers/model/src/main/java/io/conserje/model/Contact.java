package io.conserje.model;

import java.util.Optional;

/**
 * The person on the other side, as the provider names them.
 *
 * @param userId the provider's own stable identifier; for WhatsApp the business-scoped user id
 * @param phone digits only, with the country code and no plus
 * @param name the name that the person shows
 * @param username the public handle, without an at sign
 */
public record Contact(
        Optional<String> userId,
        Optional<String> phone,
        Optional<String> name,
        Optional<String> username) {
    public Contact {
        if (userId.isEmpty() && phone.isEmpty()) {
            throw new IllegalArgumentException(
                    "contact has neither userId nor phone: give at least one");
        }
    }

    public static Contact ofPhone(String phone) {
        return new Contact(
                Optional.empty(), Optional.of(phone), Optional.empty(), Optional.empty());
    }

    /**
     * What tells this person from another: the provider's identifier where there is one, else the
     * phone.
     */
    public String key() {
        return userId.or(() -> phone).orElseThrow();
    }
}
