import { randomInt } from "node:crypto";
import {
    Curve,
    encodeWAMessage,
    generateSignalPubKey,
    proto,
    signedKeyPair,
    unpadRandomMax16,
    type KeyPair,
} from "baileys";
import { ProtocolAddress, SessionBuilder, SessionCipher, SessionRecord, type SignalStorage } from "libsignal";
import type { Store } from "./store.js";

export type Bundle = Parameters<SessionBuilder["initOutgoing"]>[0];
export type ReceiptKind = "delivered" | "read" | "played";

export interface Person {
    number: string;
    lid: string;
    name: string;
    registration: number;
    identity: KeyPair;
    signedPreKey: ReturnType<typeof signedKeyPair>;
    nextPreKey: number;
    /** What its phone answers by itself to a message that arrives. */
    auto: ReceiptKind[];
    blocked: boolean;
}

export interface Sealed {
    type: "pkmsg" | "msg";
    body: Buffer;
}

/** Somebody with WhatsApp on one phone: a Signal identity, and a session with each device of the business. */
export class Contact {
    private turn: Promise<unknown> = Promise.resolve();

    constructor(
        readonly person: Person,
        private readonly store: Store,
    ) {}

    static create(number: string, lid: string): Person {
        const identity = Curve.generateKeyPair();
        return {
            number,
            lid,
            name: `Contact ${number.slice(-4)}`,
            registration: randomInt(1, 16380),
            identity,
            signedPreKey: signedKeyPair(identity, 7),
            nextPreKey: 1,
            auto: ["delivered", "read"],
            blocked: false,
        };
    }

    get jid(): string {
        return `${this.person.number}@s.whatsapp.net`;
    }

    get lidJid(): string {
        return `${this.person.lid}@lid`;
    }

    change(changes: Partial<Person>): void {
        Object.assign(this.person, changes);
        this.store.put(`contact/${this.person.number}`, this.person);
    }

    /** A pre-key that was never handed out before. */
    newPreKey(): { id: number; pair: KeyPair } {
        const id = this.person.nextPreKey;
        const pair = Curve.generateKeyPair();
        this.store.put(this.preKeyAt(id), pair);
        this.change({ nextPreKey: id + 1 });
        return { id, pair };
    }

    knows(address: string): boolean {
        return this.store.get(this.sessionAt(address)) !== undefined;
    }

    /** Encrypts in the session with that device, in a new one if a bundle is given. */
    encrypt(name: string, device: number, message: proto.IMessage, bundle?: Bundle): Promise<Sealed> {
        const address = new ProtocolAddress(name, device);
        return this.inTurn(async () => {
            if (bundle) await new SessionBuilder(this.signal(), address).initOutgoing(bundle);
            const { type, body } = await new SessionCipher(this.signal(), address).encrypt(
                encodeWAMessage(message),
            );
            return { type: type === 3 ? "pkmsg" : "msg", body: Buffer.from(body, "binary") };
        });
    }

    decrypt(name: string, device: number, type: string, body: Buffer): Promise<proto.Message> {
        const cipher = new SessionCipher(this.signal(), new ProtocolAddress(name, device));
        return this.inTurn(async () => {
            const plain =
                type === "pkmsg"
                    ? await cipher.decryptPreKeyWhisperMessage(body)
                    : await cipher.decryptWhisperMessage(body);
            return proto.Message.decode(unpadRandomMax16(plain));
        });
    }

    private inTurn<T>(task: () => Promise<T>): Promise<T> {
        const result = this.turn.then(task);
        this.turn = result.catch(() => undefined);
        return result;
    }

    private signal(): SignalStorage {
        const { store, person } = this;
        return {
            loadSession: (address) => {
                const session = store.get<Uint8Array>(this.sessionAt(address));
                return Promise.resolve(session && SessionRecord.deserialize(session));
            },
            storeSession: (address, session) => {
                store.put(this.sessionAt(address), session.serialize());
                return Promise.resolve();
            },
            isTrustedIdentity: () => true,
            loadPreKey: (id) => {
                const pair = store.get<KeyPair>(this.preKeyAt(id));
                return Promise.resolve(pair && signalPair(pair));
            },
            removePreKey: (id) => {
                store.remove(this.preKeyAt(id));
            },
            loadSignedPreKey: () => signalPair(person.signedPreKey.keyPair),
            getOurRegistrationId: () => person.registration,
            getOurIdentity: () => signalPair(person.identity),
        };
    }

    private sessionAt(address: string): string {
        return `session/${this.person.number}/${address}`;
    }

    private preKeyAt(id: number | string): string {
        return `prekey/${this.person.number}/${String(id)}`;
    }
}

function signalPair(pair: KeyPair): { privKey: Buffer; pubKey: Buffer } {
    return { privKey: Buffer.from(pair.private), pubKey: Buffer.from(generateSignalPubKey(pair.public)) };
}
