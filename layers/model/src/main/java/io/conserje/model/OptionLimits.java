package io.conserje.model;

/**
 * What a set of options to choose from may hold.
 *
 * @param most how many options; 0 where the provider has nothing of the kind
 * @param title characters (UTF-16 units) of an option's title
 * @param id bytes (UTF-8) of an option's id
 */
public record OptionLimits(int most, int title, int id) {
    public static final OptionLimits NONE = new OptionLimits(0, 0, 0);
}
