import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM. Where a thing lies is part of its seal: a sealed item moved to another place does not open. */
export class Seal {
    readonly #key: Buffer;

    constructor(secret: string) {
        this.#key = Buffer.from(hkdfSync("sha256", secret, "", "conserje-session-keys", 32));
    }

    close(plain: Uint8Array, pk: string, sk: string): Buffer {
        const nonce = randomBytes(NONCE);
        const cipher = createCipheriv("aes-256-gcm", this.#key, nonce);
        cipher.setAAD(Buffer.from(`${pk}|${sk}`));
        return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    }

    open(sealed: Uint8Array, pk: string, sk: string): Buffer {
        if (sealed.length < NONCE + TAG) throw new Error(`what is stored at ${sk} is too short to be sealed`);
        const decipher = createDecipheriv("aes-256-gcm", this.#key, sealed.subarray(0, NONCE));
        decipher.setAAD(Buffer.from(`${pk}|${sk}`));
        decipher.setAuthTag(sealed.subarray(-TAG));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    }
}
