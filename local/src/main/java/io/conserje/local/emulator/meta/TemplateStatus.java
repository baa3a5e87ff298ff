package io.conserje.local.emulator.meta;

/** Where a template stands with Meta. */
public enum TemplateStatus {
    PENDING,
    APPROVED,
    REJECTED,
    PAUSED,
    DISABLED
}
