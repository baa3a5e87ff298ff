import {
    extractE2ESessionFromRetryReceipt,
    getBinaryNodeChild,
    getBinaryNodeChildren,
    type BinaryNode,
} from "baileys";
import type { Connection } from "./connection.js";
import type { Bundle, Contact, ReceiptKind } from "./contact.js";
import type { Delivery } from "./delivery.js";
import type { Status } from "./transcripts.js";
import type { World } from "./world.js";

/** The types that say that the device has it. `undefined`: delivered. */
const ARRIVALS = [undefined, "inactive", "sender", "peer_msg"];
const READS = ["read", "read-self", "played"];
const REACHED: Record<ReceiptKind, Status> = { delivered: "DELIVERED", read: "READ", played: "READ" };

/** Receipts in both directions. */
export class Receipts {
    constructor(
        private readonly world: World,
        private readonly delivery: Delivery,
    ) {}

    /** The device says what it did with what customers wrote. */
    async fromDevice(connection: Connection, device: number, node: BinaryNode): Promise<void> {
        const { id = "", type, to } = node.attrs;
        if (type === "retry") await this.retry(device, id, node);
        else for (const each of [id, ...listed(node)]) this.note(device, each, type, to);
        const attrs = {
            class: "receipt",
            id,
            ...(to !== undefined && { from: to }),
            ...(type !== undefined && { type }),
        };
        connection.send({ tag: "ack", attrs });
    }

    /** A device may put a message away without a receipt, such as one it had before. */
    putAway(device: number, id: string): void {
        this.world.queue.settle(device, "message", id);
    }

    /** A customer's phone says what became of the business's message. */
    give(contact: Contact, device: number, jid: string, id: string, kind: ReceiptKind): void {
        const chat = contact.person.number;
        const type = kind === "delivered" ? {} : { type: kind };
        const node = { tag: "receipt", attrs: { id, from: jid, t: this.world.clock.seconds(), ...type } };
        this.world.queue.add({ device, kind: "receipt", chat, node });
        this.world.counts.receipts.add(`${id} ${kind}`);
        this.world.transcripts.reach(chat, id, REACHED[kind]);
    }

    private note(device: number, id: string, type: string | undefined, to: string | undefined): void {
        if (READS.includes(type ?? "")) {
            const reader = this.world.contacts.named(to ?? "");
            if (reader) this.world.transcripts.read(reader.person.number, id);
        } else if (ARRIVALS.includes(type)) {
            const arrived = this.world.queue.settle(device, "message", id);
            this.delivery.arrived(device, id);
            if (arrived) {
                this.world.counts.acknowledged++;
                this.world.transcripts.reach(arrived.chat, id, "SENT");
            }
        }
    }

    private async retry(number: number, id: string, node: BinaryNode): Promise<void> {
        const device = this.world.devices.get(number);
        if (!device) throw new Error("a device that is not linked asks for a message again");
        const count = getBinaryNodeChild(node, "retry")?.attrs["count"] ?? "1";
        const keys = extractE2ESessionFromRetryReceipt(node) as Bundle | null;
        await this.delivery.again(device, id, count, keys ?? undefined);
    }
}

function listed(node: BinaryNode): string[] {
    return getBinaryNodeChildren(getBinaryNodeChild(node, "list"), "item").map(
        ({ attrs }) => attrs["id"] ?? "",
    );
}
