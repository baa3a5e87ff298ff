import {
    type BinaryNode,
    MISSING_KEYS_ERROR_TEXT,
    type SignalKeyStoreWithTransaction,
    type SocketConfig,
} from "baileys";
import type { Attributes } from "./chat.js";

export type MakeRepository = SocketConfig["makeSignalRepository"];

/** The library hands the very bytes of a stanza's `enc` to the repository; so they lead back to the stanza. */
export class Stanzas {
    readonly #byContent = new WeakMap<Uint8Array, Attributes>();

    /** To be called before the library sees the stanza. */
    remember(stanza: BinaryNode): void {
        if (!Array.isArray(stanza.content)) return;
        for (const { tag, content } of stanza.content) {
            if (tag === "enc" && content instanceof Uint8Array) this.#byContent.set(content, stanza.attrs);
        }
    }

    of(content: Uint8Array): Attributes | undefined {
        return this.#byContent.get(content);
    }
}

export interface Receiving {
    readonly stanzas: Stanzas;
    /** Comes back when the message is safe. It throws only when no receipt can be sent any more. */
    readonly deliver: (
        attributes: Attributes,
        plain: Uint8Array,
        keys: SignalKeyStoreWithTransaction,
    ) => Promise<void>;
    readonly committed: (attributes: Attributes) => void;
    /** Whether this very message was committed before. */
    readonly isRepeated: (attributes: Attributes) => boolean;
    readonly undecryptable: (failure: unknown) => void;
}

/**
 * The library commits the keys' ratchet, then sends the receipt, and only then shows the message: who dies in between has
 * lost it. Here a message is in the queue before the ratchet is committed, and therefore before the receipt; whoever
 * dies anywhere is sent the message again, and can decrypt it again.
 */
export function durable(make: MakeRepository, receiving: Receiving): MakeRepository {
    return (auth, log, pnToLid) => {
        const inner = make(auth, log, pnToLid);
        const keys = auth.keys as SignalKeyStoreWithTransaction;

        async function receive(
            content: Uint8Array,
            lock: string,
            decrypt: () => Promise<Uint8Array>,
        ): Promise<Uint8Array> {
            const attributes = receiving.stanzas.of(content);
            // The library's own transaction joins this one, so the commit is at its end.
            const plain = await keys.transaction(async () => {
                const decrypted = await decrypt().catch((failure: unknown) => {
                    // A key opens one message once. By these words the library knows a repetition, and puts it away; only
                    // of a chat's first message it finds them itself, and of any other it would ask for another copy.
                    if (attributes !== undefined && receiving.isRepeated(attributes))
                        throw new Error(MISSING_KEYS_ERROR_TEXT);
                    receiving.undecryptable(failure);
                    throw failure;
                });
                if (attributes !== undefined) await receiving.deliver(attributes, decrypted, keys);
                return decrypted;
            }, lock);
            if (attributes !== undefined) receiving.committed(attributes);
            return plain;
        }

        return {
            ...inner,
            decryptMessage: (message) =>
                receive(message.ciphertext, message.jid, () => inner.decryptMessage(message)),
            decryptGroupMessage: (message) =>
                receive(message.msg, message.group, () => inner.decryptGroupMessage(message)),
        };
    };
}
