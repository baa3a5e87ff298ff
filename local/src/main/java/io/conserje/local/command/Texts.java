package io.conserje.local.command;

import io.conserje.model.Language;
import io.conserje.model.TheOutsideWorld;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What the command line says, in Spanish where {@code CONSERJE_LANG} or the system's locale is
 * Spanish, else in English.
 */
final class Texts {
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = bundle("texts");
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("io.conserje.local.command." + name, locale, NO_OTHER);
    }

    /** What {@code help} shows. */
    ResourceBundle usage() {
        return bundle("usage");
    }

    @TheOutsideWorld
    static Texts ofSystem() {
        String language =
                Stream.of("CONSERJE_LANG", "LC_ALL", "LANG")
                        .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElse("en");
        return of(language.startsWith("es") ? "es" : "en");
    }

    /** The one that it says everything in. */
    Language language() {
        return locale.getLanguage().equals("es") ? Language.ES : Language.EN;
    }

    static Texts of(String language) {
        return new Texts(Locale.of(language));
    }

    /** Empty when nothing is said under that key. */
    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
