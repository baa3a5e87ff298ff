import { randomBytes } from "node:crypto";
import { proto } from "baileys";
import type { Contact } from "./contact.js";
import type { Delivery, Postage } from "./delivery.js";
import { summary } from "./summary.js";
import type { World } from "./world.js";

export interface Envelope extends Postage {
    id?: string;
    /** The customer is named by the LID, and the number comes along. */
    viaLid: boolean;
    /** The customer is named by the LID, and no number comes along. */
    onlyLid: boolean;
    group?: string;
}

/** What customers say, and what the business's owner says from the phone. */
export class Inbound {
    constructor(
        private readonly world: World,
        private readonly delivery: Delivery,
    ) {}

    async fromCustomer(contact: Contact, content: proto.IMessage, envelope: Envelope): Promise<string> {
        const id = envelope.id ?? newId();
        const { number, name } = contact.person;
        const message = proto.Message.fromObject(content);
        const said = await this.world.media.described(summary(message));
        this.world.transcripts.add(number, { direction: "CUSTOMER", id, ...said });
        const attrs = {
            id,
            t: this.world.clock.seconds(),
            type: "text",
            notify: name,
            ...sender(contact, envelope),
            ...edit(message),
        };
        await this.delivery.post(
            id,
            { sender: number, chat: number, attrs, message: bytes(message) },
            envelope,
        );
        return id;
    }

    /** The owner takes the phone and writes; the linked devices get a copy. */
    async fromOwnPhone(contact: Contact, text: string, given?: string): Promise<string> {
        const id = given ?? newId();
        const { phone, user } = this.world;
        const { number } = contact.person;
        this.world.transcripts.add(number, { direction: "BUSINESS", kind: "text", text, id });
        this.world.transcripts.reach(number, id, "SENT");
        const message = bytes(
            proto.Message.fromObject({
                deviceSentMessage: { destinationJid: contact.jid, message: { conversation: text } },
            }),
        );
        const addresses = { from: phone.jid, recipient: contact.jid, peer_recipient_lid: contact.lidJid };
        const attrs = { id, t: this.world.clock.seconds(), type: "text", ...addresses };
        await this.delivery.post(
            id,
            { sender: user, chat: number, attrs, message },
            { corrupt: false, times: 1 },
        );
        return id;
    }
}

/** As WhatsApp's phones make them: `3EB0` and 18 hexadecimal digits. */
function newId(): string {
    return `3EB0${randomBytes(9).toString("hex").toUpperCase()}`;
}

function bytes(message: proto.IMessage): Buffer {
    return Buffer.from(proto.Message.encode(message).finish());
}

function edit({ protocolMessage }: proto.IMessage): Record<string, string> {
    return protocolMessage?.type === proto.Message.ProtocolMessage.Type.MESSAGE_EDIT ? { edit: "1" } : {};
}

function sender(contact: Contact, { viaLid, onlyLid, group }: Envelope): Record<string, string> {
    const lid = viaLid || onlyLid;
    const jid = lid ? contact.lidJid : contact.jid;
    const mode = { addressing_mode: lid ? "lid" : "pn" };
    if (group !== undefined) {
        const other = lid ? { participant_pn: contact.jid } : { participant_lid: contact.lidJid };
        return { from: `${group}@g.us`, participant: jid, ...mode, ...(onlyLid ? {} : other) };
    }
    const other = lid ? { sender_pn: contact.jid } : { sender_lid: contact.lidJid };
    return { from: jid, ...mode, ...(onlyLid ? {} : other) };
}
