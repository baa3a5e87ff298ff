/**
 * Loaded before everything else (`node --import`).
 *
 * 1. libsignal's `verifySignature` says false for a bad signature, and the library above it never looks at that: every
 *    signature passes, those of the server's certificates too. Here a bad one throws.
 * 2. libsignal prints whole sessions, private keys among them, with `console`. Here only texts are printed.
 */
import { createRequire } from "node:module";
import { format } from "node:util";

interface Curve {
    verifySignature: (
        key: Uint8Array,
        message: Uint8Array,
        signature: Uint8Array,
        isInit?: boolean,
    ) => boolean;
}

const require = createRequire(import.meta.url);
// The copy that the library loads, wherever the package manager put it.
const fromLibrary = createRequire(require.resolve("baileys"));
const curve = fromLibrary("libsignal/src/curve.js") as Curve;
const verify = curve.verifySignature;

curve.verifySignature = (key, message, signature) => {
    // `isInit` makes the original answer true whatever the signature is.
    if (!verify(key, message, signature, false)) throw new Error("signature verification failed");
    return true;
};

for (const level of ["debug", "info", "log", "warn", "error", "trace"] as const) {
    const original = console[level].bind(console);
    console[level] = (...things: unknown[]): void => {
        original(format(...things.map(harmless)));
    };
}

function harmless(thing: unknown): unknown {
    if (thing instanceof Error) return `${thing.name}: ${thing.message}`;
    return typeof thing === "object" && thing !== null ? "[not shown]" : thing;
}

/** That this file ran: the process does not start without it. */
export const HARDENED = Symbol.for("conserje.session.hardened");
(globalThis as Record<symbol, unknown>)[HARDENED] = true;
