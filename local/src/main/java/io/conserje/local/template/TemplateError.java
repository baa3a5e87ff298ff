package io.conserje.local.template;

/** The template, or a parameter given for it, cannot be used; the message says what and where. */
public final class TemplateError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateError(String message) {
        super(message);
    }

    static TemplateError at(int line, String message) {
        return new TemplateError(message + " (line " + line + ")");
    }
}
