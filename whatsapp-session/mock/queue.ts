import { S_WHATSAPP_NET, type BinaryNode } from "baileys";
import type { Connection } from "./connection.js";
import type { Store } from "./store.js";

/** A stanza the server keeps until the device says that it has it. */
export interface Waiting {
    device: number;
    kind: "message" | "receipt";
    /** The number in whose transcript it stands. */
    chat: string;
    node: BinaryNode;
}

/** What waits for the devices, in order; it is shown at once to a device that is there, and again when it comes back. */
export class Queue {
    private last = 0;

    constructor(
        private readonly store: Store,
        private readonly connections: Set<Connection>,
    ) {
        for (const [key] of store.all("queue/"))
            this.last = Math.max(this.last, Number(key.slice("queue/".length)));
    }

    add(waiting: Waiting): void {
        this.store.put(`queue/${++this.last}`, waiting);
        for (const connection of this.connections) {
            if (connection.online && connection.device === waiting.device) connection.send(waiting.node);
        }
    }

    all(): Waiting[] {
        return this.store.all<Waiting>("queue/").map(([, waiting]) => waiting);
    }

    /** Takes away the oldest of that name, as one receipt is owed for each time a stanza was shown. */
    settle(device: number, kind: Waiting["kind"], id: string, type?: string): Waiting | undefined {
        const found = this.store
            .all<Waiting>("queue/")
            .find(
                ([, { node, ...waiting }]) =>
                    waiting.device === device &&
                    waiting.kind === kind &&
                    node.attrs["id"] === id &&
                    (kind === "message" || node.attrs["type"] === type),
            );
        if (found) this.store.remove(found[0]);
        return found?.[1];
    }

    forget(device: number): void {
        for (const [key, waiting] of this.store.all<Waiting>("queue/")) {
            if (waiting.device === device) this.store.remove(key);
        }
    }

    /** Shows a device that came back what it missed. */
    flush(connection: Connection): void {
        const missed = this.all().filter((waiting) => waiting.device === connection.device);
        const messages = missed.filter((waiting) => waiting.kind === "message").length;
        const count = String(missed.length);
        const counts = { count, message: String(messages), receipt: String(missed.length - messages) };
        connection.send(about("offline_preview", counts));
        missed.forEach(({ node }, place) => {
            connection.send({ ...node, attrs: { ...node.attrs, offline: String(place) } });
        });
        connection.send(about("offline", { count }));
        connection.online = true;
    }
}

function about(tag: string, attrs: Record<string, string>): BinaryNode {
    return { tag: "ib", attrs: { from: S_WHATSAPP_NET }, content: [{ tag, attrs }] };
}
