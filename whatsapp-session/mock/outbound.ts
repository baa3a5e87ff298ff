import { getBinaryNodeChild, getBinaryNodeChildren, jidDecode, proto, type BinaryNode } from "baileys";
import { bytesOf } from "./bytes.js";
import type { Connection } from "./connection.js";
import type { Contact } from "./contact.js";
import type { Receipts } from "./receipts.js";
import { summary } from "./summary.js";
import type { World } from "./world.js";

/** A message of the business as it came over the wire; one that is sent twice is here twice. */
interface Sent {
    id: string;
    to: string;
    text: string;
    device: number;
    at: string;
    decrypted: boolean;
}

interface Part {
    jid: string;
    enc: BinaryNode;
}

/** What the business says: customers and its own phone decrypt it, the server acknowledges it as the tests want. */
export class Outbound {
    readonly sent: Sent[] = [];

    constructor(
        private readonly world: World,
        private readonly receipts: Receipts,
    ) {}

    async take(connection: Connection, device: number, node: BinaryNode): Promise<void> {
        const { id = "", to = "" } = node.attrs;
        const opened = await Promise.all(partsOf(node).map((part) => this.open(part, device, node)));
        const messages = opened.filter((message) => message !== undefined);
        const message =
            messages.find((one) => !one.deviceSentMessage) ?? messages[0]?.deviceSentMessage?.message;
        const decrypted = message !== undefined && message !== null && messages.length === opened.length;
        const said = message && (await this.world.media.described(summary(message)));
        this.sent.push({
            id,
            to,
            text: said?.text ?? "",
            device,
            at: this.world.clock.now().toISOString(),
            decrypted,
        });
        this.acknowledge(connection, id, to);
        const contact = this.world.contacts.named(to);
        if (contact && contact !== this.world.phone && said && said.kind !== "unsupported") {
            this.show(contact, device, to, { id, ...said });
        }
    }

    private acknowledge(connection: Connection, id: string, from: string): void {
        const { ackMode } = this.world.dials;
        if (ackMode === "silent") return;
        if (ackMode === "ok") this.world.counts.accepted++;
        const error = ackMode === "ok" ? {} : { error: ackMode };
        connection.send({
            tag: "ack",
            attrs: { class: "message", id, from, t: this.world.clock.seconds(), ...error },
        });
    }

    private show(
        contact: Contact,
        device: number,
        jid: string,
        said: { id: string; kind: string; text: string },
    ): void {
        const { transcripts, dials } = this.world;
        const { number, auto, blocked } = contact.person;
        if (!transcripts.find(number, said.id)) transcripts.add(number, { direction: "BUSINESS", ...said });
        if (dials.ackMode === "silent") return;
        transcripts.reach(number, said.id, dials.ackMode === "ok" ? "SENT" : "FAILED");
        if (dials.ackMode !== "ok" || blocked) return;
        for (const kind of auto) this.receipts.give(contact, device, jid, said.id, kind);
    }

    private async open(
        { jid, enc }: Part,
        device: number,
        node: BinaryNode,
    ): Promise<proto.IMessage | undefined> {
        const reader = this.world.contacts.named(jid);
        const sibling = jidDecode(jid)?.device ?? 0;
        if (reader === this.world.phone && sibling > 0) {
            this.forward(sibling, device, node, enc);
            return {};
        }
        try {
            return await reader?.decrypt(
                this.world.user,
                device,
                enc.attrs["type"] ?? "",
                bytesOf(enc, "enc"),
            );
        } catch (error) {
            this.world.trouble(error);
            return undefined;
        }
    }

    /** Another linked device of the business gets the copy that was encrypted for it. */
    private forward(sibling: number, device: number, { attrs }: BinaryNode, enc: BinaryNode): void {
        const { id = "", to = "", type = "text" } = attrs;
        const from = `${this.world.user}:${device}@s.whatsapp.net`;
        const node = {
            tag: "message",
            attrs: { id, t: this.world.clock.seconds(), type, from, recipient: to },
            content: [enc],
        };
        const chat = this.world.contacts.named(to)?.person.number ?? this.world.user;
        this.world.queue.add({ device: sibling, kind: "message", chat, node });
    }
}

/** One ciphertext for each device it is for, or a single one for whom the stanza is for. */
function partsOf(node: BinaryNode): Part[] {
    const direct = getBinaryNodeChild(node, "enc");
    if (direct) return [{ jid: node.attrs["to"] ?? "", enc: direct }];
    return getBinaryNodeChildren(getBinaryNodeChild(node, "participants"), "to").flatMap((to) => {
        const enc = getBinaryNodeChild(to, "enc");
        return enc ? [{ jid: to.attrs["jid"] ?? "", enc }] : [];
    });
}
