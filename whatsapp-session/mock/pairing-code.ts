import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from "node:crypto";
import {
    aesDecryptGCM,
    Curve,
    getBinaryNodeChild,
    S_WHATSAPP_NET,
    type BinaryNode,
    type KeyPair,
} from "baileys";
import { bytesOf, expand } from "./bytes.js";
import type { Connection } from "./connection.js";
import type { Linking } from "./linking.js";
import { notNow } from "./refused.js";
import type { World } from "./world.js";

const TAG = "link_code_companion_reg";
const ITERATIONS = 131_072;
const NOTHING = Buffer.alloc(0);

interface Request {
    connection: Connection;
    ref: Buffer;
    wrapped: Buffer;
    typed?: { ephemeral: KeyPair; companion: Buffer };
}

/** The way by code: the device shows eight characters, its owner types them on the phone. This is the phone's side. */
export class PairingByCode {
    private request: Request | undefined;

    constructor(
        private readonly world: World,
        private readonly linking: Linking,
    ) {}

    /** What the device says; the answer to it. */
    heard(connection: Connection, node: BinaryNode): BinaryNode[] {
        return node.attrs["stage"] === "companion_hello"
            ? this.hello(connection, node)
            : this.finish(connection, node);
    }

    forget(connection: Connection): void {
        if (this.request?.connection === connection) this.request = undefined;
    }

    type(code: string): void {
        if (!this.request) throw notNow("no device asked for a code");
        const { wrapped, connection, ref } = this.request;
        const companion = unwrap(code, wrapped);
        const ephemeral = Curve.generateKeyPair();
        this.request.typed = { ephemeral, companion };
        const content: BinaryNode[] = [
            {
                tag: "link_code_pairing_wrapped_primary_ephemeral_pub",
                attrs: {},
                content: wrap(code, ephemeral.public),
            },
            { tag: "primary_identity_pub", attrs: {}, content: this.world.phone.person.identity.public },
            { tag: "link_code_pairing_ref", attrs: {}, content: ref },
        ];
        connection.send({
            tag: "notification",
            attrs: { from: S_WHATSAPP_NET, id: TAG, type: TAG, t: this.world.clock.seconds() },
            content: [{ tag: TAG, attrs: { stage: "primary_hello" }, content }],
        });
    }

    private hello(connection: Connection, node: BinaryNode): BinaryNode[] {
        const wrapped = getBinaryNodeChild(node, "link_code_pairing_wrapped_companion_ephemeral_pub");
        const ref = randomBytes(16);
        this.request = { connection, ref, wrapped: bytesOf(wrapped, "the wrapped key") };
        const content = [{ tag: "link_code_pairing_ref", attrs: {}, content: ref }];
        return [{ tag: TAG, attrs: { stage: "companion_hello" }, content }];
    }

    private finish(connection: Connection, node: BinaryNode): BinaryNode[] {
        const typed = this.request?.typed;
        if (!typed) throw new Error("a device finished a pairing by code that was not begun");
        const bundle = bytesOf(
            getBinaryNodeChild(node, "link_code_pairing_wrapped_key_bundle"),
            "the key bundle",
        );
        const identity = bytesOf(getBinaryNodeChild(node, "companion_identity_public"), "the identity");
        const shared = Curve.sharedKey(typed.ephemeral.private, typed.companion);
        const info = "link_code_pairing_key_bundle_encryption_key";
        const key = expand(shared, bundle.subarray(0, 32), info, 32);
        const plain = aesDecryptGCM(bundle.subarray(44), key, bundle.subarray(32, 44), NOTHING);
        const account = this.world.phone.person.identity;
        if (!plain.subarray(0, 64).equals(Buffer.concat([identity, account.public]))) {
            throw new Error("the key bundle names other identities");
        }
        const secret = Buffer.concat([
            shared,
            Curve.sharedKey(account.private, identity),
            plain.subarray(64, 96),
        ]);
        this.linking.link(connection, expand(secret, NOTHING, "adv_secret", 32));
        return [];
    }
}

function keyOf(code: string, salt: Buffer): Buffer {
    return pbkdf2Sync(code, salt, ITERATIONS, 32, "sha256");
}

function wrap(code: string, key: Uint8Array): Buffer {
    const salt = randomBytes(32);
    const iv = randomBytes(16);
    const cipher = createCipheriv("aes-256-ctr", keyOf(code, salt), iv);
    return Buffer.concat([salt, iv, cipher.update(key), cipher.final()]);
}

function unwrap(code: string, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv(
        "aes-256-ctr",
        keyOf(code, wrapped.subarray(0, 32)),
        wrapped.subarray(32, 48),
    );
    return Buffer.concat([decipher.update(wrapped.subarray(48)), decipher.final()]);
}
