import { createHash, hkdfSync } from "node:crypto";
import type { BinaryNode } from "baileys";

export function bigEndian(value: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    bytes.writeUIntBE(value, 0, length);
    return bytes;
}

export function unsigned(bytes: Uint8Array): number {
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

export function sha256(...parts: Uint8Array[]): Buffer {
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    return hash.digest();
}

export function expand(secret: Uint8Array, salt: Uint8Array, info: string, length: number): Buffer {
    return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}

/** The bytes a node holds; a client that sends none of them is at fault. */
export function bytesOf(node: BinaryNode | undefined, what: string): Buffer {
    const content = node?.content;
    if (content instanceof Uint8Array) return Buffer.from(content);
    if (typeof content === "string") return Buffer.from(content);
    throw new Error(`${what} holds no bytes`);
}

export function given(bytes: Uint8Array | null | undefined, what: string): Buffer {
    if (!bytes?.length) throw new Error(`${what} is missing`);
    return Buffer.from(bytes);
}
