import { createCipheriv, createDecipheriv } from "node:crypto";
import { Curve, type KeyPair } from "baileys";
import { expand, sha256 } from "./bytes.js";

const NAME = Buffer.from("Noise_XX_25519_AESGCM_SHA256\0\0\0\0");
const NOTHING = Buffer.alloc(0);
const TAG_LENGTH = 16;

/** The server's side of Noise XX, for one connection. */
export class NoiseResponder {
    private hash: Buffer = NAME;
    private chain: Buffer = NAME;
    private key = new CountingKey(NAME);
    private readonly ephemeral = Curve.generateKeyPair();
    private reading = new CountingKey(NAME);
    private writing = new CountingKey(NAME);

    constructor(private readonly identity: KeyPair) {}

    hello(prologue: Uint8Array, clientEphemeral: Uint8Array, certificates: Uint8Array) {
        this.mixHash(prologue);
        this.mixHash(clientEphemeral);
        this.mixHash(this.ephemeral.public);
        this.mixKey(Curve.sharedKey(this.ephemeral.private, clientEphemeral));
        const identity = this.encrypt(this.identity.public);
        this.mixKey(Curve.sharedKey(this.identity.private, clientEphemeral));
        return { ephemeral: this.ephemeral.public, static: identity, payload: this.encrypt(certificates) };
    }

    finish(sealedIdentity: Uint8Array, sealedPayload: Uint8Array) {
        const clientKey = this.decrypt(sealedIdentity);
        this.mixKey(Curve.sharedKey(this.ephemeral.private, clientKey));
        const payload = this.decrypt(sealedPayload);
        const [reading, writing] = this.derive(NOTHING);
        this.reading = new CountingKey(reading);
        this.writing = new CountingKey(writing);
        return { clientKey, payload };
    }

    write(plain: Uint8Array): Buffer {
        return this.writing.seal(plain, NOTHING);
    }

    read(sealed: Uint8Array): Buffer {
        return this.reading.open(sealed, NOTHING);
    }

    private mixHash(data: Uint8Array): void {
        this.hash = sha256(this.hash, data);
    }

    private mixKey(data: Uint8Array): void {
        const [chain, key] = this.derive(data);
        this.chain = chain;
        this.key = new CountingKey(key);
    }

    private derive(data: Uint8Array): [Buffer, Buffer] {
        const both = expand(data, this.chain, "", 64);
        return [both.subarray(0, 32), both.subarray(32)];
    }

    private encrypt(plain: Uint8Array): Buffer {
        const sealed = this.key.seal(plain, this.hash);
        this.mixHash(sealed);
        return sealed;
    }

    private decrypt(sealed: Uint8Array): Buffer {
        const plain = this.key.open(sealed, this.hash);
        this.mixHash(sealed);
        return plain;
    }
}

/** An AES-256-GCM key whose nonce is the number of its uses. */
class CountingKey {
    private uses = 0;

    constructor(private readonly key: Buffer) {}

    seal(plain: Uint8Array, along: Uint8Array): Buffer {
        const cipher = createCipheriv("aes-256-gcm", this.key, this.nonce());
        cipher.setAAD(along);
        return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    }

    open(sealed: Uint8Array, along: Uint8Array): Buffer {
        const decipher = createDecipheriv("aes-256-gcm", this.key, this.nonce());
        decipher.setAAD(along);
        decipher.setAuthTag(sealed.subarray(-TAG_LENGTH));
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_LENGTH)), decipher.final()]);
    }

    private nonce(): Buffer {
        const nonce = Buffer.alloc(12);
        nonce.writeUInt32BE(this.uses++, 8);
        return nonce;
    }
}
