import type { BinaryNode } from "baileys";
import { type Me, digitsOf } from "./chat.js";
import type { Event, Events } from "./events.js";
import { type Log, reasonOf } from "./log.js";
import { persist, type Sleep } from "./pause.js";
import type { Store } from "./store.js";

export interface Receipt {
    readonly type: "delivered" | "read" | "played";
    readonly ids: readonly string[];
    readonly t: number;
}

const TYPES: Readonly<Record<string, Receipt["type"]>> = {
    "": "delivered",
    inactive: "delivered",
    read: "read",
    played: "played",
};

/** What a customer's device says of messages of ours; nothing when it is about something else. */
export function receiptIn(stanza: BinaryNode, me: Me): Receipt | undefined {
    const { id, t, type, from, participant, recipient } = stanza.attrs;
    const named = TYPES[type ?? ""];
    const by = digitsOf(participant ?? from);
    // `recipient` is there when another device of ours tells of a message of the customer's.
    if (named === undefined || id === undefined || recipient !== undefined) return undefined;
    if (by === undefined || by === me.pn || by === me.lid) return undefined;
    return { type: named, ids: [id, ...moreIn(stanza)], t: Number(t ?? 0) };
}

function moreIn(stanza: BinaryNode): string[] {
    const children = Array.isArray(stanza.content) ? stanza.content : [];
    const items = children.flatMap((child) => (Array.isArray(child.content) ? child.content : []));
    return items.flatMap(({ tag, attrs }) =>
        tag === "item" && attrs["id"] !== undefined ? [attrs["id"]] : [],
    );
}

const MOST_WAITING = 500;
const SENT = "SENT#";

export const sentName = (id: string): string => SENT + id;

/** Tells of receipts, one after the other. What is more than it can hold while the tables are away is passed over. */
export class Receipts {
    readonly #waiting: Receipt[] = [];
    #working = false;

    constructor(
        private readonly store: Store,
        private readonly events: Events,
        private readonly stop: AbortSignal,
        private readonly log: Log,
        private readonly sleep: Sleep,
    ) {}

    heard(receipt: Receipt): void {
        if (this.#waiting.length >= MOST_WAITING) {
            this.log.warn({ type: receipt.type }, "a receipt is passed over: too many wait");
            return;
        }
        this.#waiting.push(receipt);
        if (!this.#working) void this.#work();
    }

    async #work(): Promise<void> {
        this.#working = true;
        for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
            try {
                await this.#tell(next);
            } catch (failure) {
                this.log.warn(reasonOf(failure), "a receipt could not be told");
            }
        }
        this.#working = false;
    }

    async #tell(receipt: Receipt): Promise<void> {
        const found = await persist(() => this.store.read(receipt.ids.map(sentName)), {
            first: 200,
            cap: 10_000,
            sleep: this.sleep,
            signal: this.stop,
        });
        for (const { sk, ref } of found) {
            const event: Event = { type: receipt.type, id: sk.slice(SENT.length), ref, t: receipt.t };
            await this.events.tell(event, this.stop);
        }
    }
}
