import { type BaileysEventMap, MISSING_KEYS_ERROR_TEXT, type SignalKeyStoreWithTransaction } from "baileys";
import type { Attributes, Me } from "./chat.js";
import type { Crash } from "./crash.js";
import type { Receiving, Stanzas } from "./durable.js";
import { type Envelope, envelope, envelopeOf, type Speaker } from "./envelope.js";
import type { Inbound } from "./inbound.js";
import type { Lease } from "./lease.js";
import { type Log, reasonOf } from "./log.js";
import { storedMapping } from "./mapping.js";
import { GivenUp } from "./pause.js";
import { Recent } from "./recent.js";
import type { Counts } from "./status.js";

/** A server repeats what it got no receipt for: soon, or when a connection is new. */
const MOST_REMEMBERED = 2_000;

/** From a decrypted stanza to the inbound queue. */
export class Reception {
    /** Whether a message was committed and its receipt is still to be written. */
    #owesReceipt = false;
    readonly #committed = new Recent(MOST_REMEMBERED);

    constructor(
        private readonly session: string,
        private readonly lease: Pick<Lease, "fence">,
        private readonly inbound: Inbound,
        private readonly counts: Counts,
        readonly crash: Crash,
        private readonly log: Log,
    ) {}

    receiving(stanzas: Stanzas, me: () => Me, over: AbortSignal): Receiving {
        return {
            stanzas,
            deliver: async (attributes, plain, keys) => {
                await this.#queue(await this.#read(attributes, plain, this.#speaker(keys, me)), over);
                // Between the queue and here the connection may have ended: then the ratchet must stay as it was.
                if (over.aborted) throw new GivenUp("the connection is over");
            },
            committed: (attributes) => {
                this.#committed.add(nameOf(attributes));
                this.crash("after-commit");
                this.#owesReceipt = true;
            },
            isRepeated: (attributes) => this.#committed.has(nameOf(attributes)),
            undecryptable: (failure) => {
                if (failure instanceof Error && failure.message.includes(MISSING_KEYS_ERROR_TEXT)) return;
                this.counts.undecryptable++;
                this.log.warn(
                    reasonOf(failure),
                    "a message could not be decrypted; its sender is asked to repeat it",
                );
            },
        };
    }

    /** Bytes went out. After a commit the first of them are the receipt. */
    written(): void {
        if (this.#owesReceipt) this.crash("after-receipt");
        this.#owesReceipt = false;
    }

    /**
     * What the library shows after the receipt. Nearly all of it is in the queue already; newsletters, which are not
     * encrypted, and messages that the phone had to be asked for are not.
     */
    shown(
        { messages, requestId }: BaileysEventMap["messages.upsert"],
        keys: SignalKeyStoreWithTransaction,
        me: () => Me,
        over: AbortSignal,
    ): void {
        for (const { key, message, messageTimestamp, pushName } of messages) {
            const { id, remoteJid, remoteJidAlt, participant, participantAlt } = key;
            const missed = requestId !== undefined || remoteJid?.endsWith("@newsletter") === true;
            if (!missed || key.fromMe === true || message === null || message === undefined) continue;
            const attributes = {
                id: id ?? undefined,
                from: remoteJid ?? undefined,
                participant: participant ?? undefined,
                t: String(messageTimestamp ?? 0),
                notify: pushName ?? undefined,
                ...alternatives(participantAlt ?? remoteJidAlt),
            };
            envelope(attributes, message, this.#speaker(keys, me))
                .then((made) => this.#queue(made, over))
                .catch((failure: unknown) => {
                    this.log.warn(reasonOf(failure), "a message that was shown late is not in the queue");
                });
        }
    }

    #speaker(keys: SignalKeyStoreWithTransaction, me: () => Me): Speaker {
        return { session: this.session, fence: this.lease.fence, me: me(), mapping: storedMapping(keys) };
    }

    /** Bytes that make no sense are the library's to refuse, in the same way as without us. */
    async #read(attributes: Attributes, plain: Uint8Array, speaker: Speaker): Promise<Envelope | undefined> {
        try {
            return await envelopeOf(attributes, plain, speaker);
        } catch (failure) {
            if (failure instanceof GivenUp) throw failure;
            this.log.error(reasonOf(failure), "a decrypted message cannot be read");
            return undefined;
        }
    }

    async #queue(made: Envelope | undefined, over: AbortSignal): Promise<void> {
        if (made === undefined) return;
        await this.inbound.publish(made, over);
        this.counts.in++;
    }
}

/** Who wrote a message chose its id. */
const nameOf = ({ id, from, participant }: Attributes): string =>
    [from, participant, id].map((part) => part ?? "").join(" ");

function alternatives(jid: string | null | undefined): Attributes {
    if (jid === null || jid === undefined) return {};
    const name = jid.endsWith("@lid") ? "lid" : "pn";
    return { [`sender_${name}`]: jid, [`participant_${name}`]: jid };
}
