import type { BinaryNode } from "baileys";
import { badField } from "./refused.js";

const FAILURES = ["401", "402", "403", "405", "406", "409", "411", "500", "503"];

/** How the server ends a connection, by the word a test uses for it. */
export function reasonOf(word: string): BinaryNode {
    if (word === "515") return { tag: "stream:error", attrs: { code: "515" } };
    if (word === "440" || word === "conflict") return replaced();
    if (word === "device_removed") return conflict("device_removed", { code: "401" });
    return failure(failureCode("reason", word));
}

export function failureCode(field: string, word: string): string {
    if (FAILURES.includes(word)) return word;
    throw badField(
        field,
        `must be one of ${FAILURES.join(", ")}, or where it is a kick 515, 440, conflict, device_removed`,
    );
}

export function failure(reason: string): BinaryNode {
    return { tag: "failure", attrs: { reason, location: "mock" } };
}

export function replaced(): BinaryNode {
    return conflict("replaced");
}

function conflict(type: string, attrs: Record<string, string> = {}): BinaryNode {
    return { tag: "stream:error", attrs, content: [{ tag: "conflict", attrs: { type } }] };
}
