import { pino, type Logger } from "pino";
import type { ILogger } from "baileys/lib/Utils/logger.js";

export type Log = Logger;

export function makeLog(level: string, session: string): Log {
    return pino({
        level,
        base: { session },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        redact: {
            paths: ["*.body", "*.text", "*.message.conversation", "*.creds", "*.keys", "*.qr", "*.code8"],
            remove: true,
        },
    });
}

/** Whole telephone numbers and account numbers stay out of the log; the last three digits tell two apart. */
export function mask(text: string): string {
    return text.replace(/\d{6,}/gu, (digits) => `#${digits.slice(-3)}`).slice(0, 300);
}

/** What may be said of a failure: its name, its words without numbers of people, its status. Never its data. */
export function reasonOf(failure: unknown): { error: string; status?: number } {
    if (!(failure instanceof Error)) return { error: "unknown" };
    const status = statusOf(failure);
    return {
        error: mask(`${failure.name}: ${failure.message}`),
        ...(status === undefined ? {} : { status }),
    };
}

export function statusOf(failure: unknown): number | undefined {
    const status = (failure as { output?: { statusCode?: unknown } } | undefined)?.output?.statusCode;
    return typeof status === "number" ? status : undefined;
}

/**
 * The library's own logger. It logs whole stanzas, credentials and decrypted nodes as objects, at every level; so
 * objects are not written at all, but for the failure in them.
 */
export function libraryLog(log: Log): ILogger {
    const write =
        (level: "debug" | "info" | "warn" | "error") =>
        (thing: unknown, words?: string): void => {
            const said = typeof thing === "string" ? thing : (words ?? "");
            const failure = typeof thing === "object" && thing !== null ? failureIn(thing) : undefined;
            log[level]({ ...(failure === undefined ? {} : reasonOf(failure)) }, mask(said));
        };
    const ours: ILogger = {
        // Not "trace" nor "debug": at these the library renders every stanza as text, even for nobody.
        level: "info",
        child: () => ours,
        trace: () => undefined,
        debug: write("debug"),
        // Its "info" tells of single messages and of credentials by name; for us that is detail.
        info: write("debug"),
        warn: write("warn"),
        error: write("error"),
    };
    return ours;
}

function failureIn(thing: object): unknown {
    return Object.values(thing).find((value) => value instanceof Error);
}
