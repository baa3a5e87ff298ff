import { proto, type MediaType } from "baileys";
import type { Contact } from "./contact.js";
import { phoneNumber, type Fields } from "./fields.js";
import { badField } from "./refused.js";
import type { World } from "./world.js";

interface Said {
    fields: Fields;
    contact: Contact;
    world: World;
}

type Writing = (said: Said) => proto.IMessage | Promise<proto.IMessage>;

/** What a customer can say, by the field of the control API that says it. */
const WRITINGS: Record<string, Writing> = {
    quote: quoting,
    text: ({ fields }) => ({ conversation: fields.text("text") }),
    image: async (said) => ({ imageMessage: await file(said, "image", "image") }),
    audio: async (said) => ({ audioMessage: await file(said, "audio", "audio") }),
    voice: async (said) => ({ audioMessage: { ...(await file(said, "voice", "audio")), ptt: true } }),
    video: async (said) => ({ videoMessage: await file(said, "video", "video") }),
    sticker: async (said) => ({ stickerMessage: await file(said, "sticker", "sticker") }),
    document: async (said) => ({ documentMessage: await file(said, "document", "document") }),
    location: ({ fields }) => ({ locationMessage: place(fields.object("location")) }),
    contact: ({ fields }) => ({ contactMessage: card(fields.object("contact")) }),
    reaction: (said) => ({ reactionMessage: reaction(said) }),
    edit: (said) => ({ protocolMessage: edited(said) }),
    raw: ({ fields }) => raw(fields.json("raw")),
};

export async function content(said: Said): Promise<proto.IMessage> {
    for (const [name, writing] of Object.entries(WRITINGS)) if (said.fields.has(name)) return writing(said);
    throw badField("body", `must have one of ${Object.keys(WRITINGS).join(", ")}`);
}

async function file({ fields, world }: Said, name: string, type: MediaType) {
    const of = fields.object(name);
    const caption = of.optionalText("caption");
    const fileName = of.optionalText("fileName");
    return {
        ...(await world.media.add(type, of.base64("base64"))),
        mimetype: of.text("mimetype"),
        ...(caption !== undefined && { caption }),
        ...(fileName !== undefined && { fileName, title: fileName }),
    };
}

function place(of: Fields): proto.Message.ILocationMessage {
    const name = of.optionalText("name");
    const address = of.optionalText("address");
    return {
        degreesLatitude: of.decimal("latitude"),
        degreesLongitude: of.decimal("longitude"),
        ...(name !== undefined && { name }),
        ...(address !== undefined && { address }),
    };
}

function card(of: Fields): proto.Message.IContactMessage {
    const displayName = of.text("name");
    // A phone writes a number as its owner does, with spaces, and its digits beside it.
    const phone = of.text("phone");
    const digits = phoneNumber("contact.phone", phone.replace(/[^\d]/gu, ""));
    const telephone = `TEL;type=CELL;waid=${digits}:${phone}`;
    const vcard = ["BEGIN:VCARD", "VERSION:3.0", `FN:${displayName}`, telephone, "END:VCARD"].join("\n");
    return { displayName, vcard };
}

function reaction(said: Said): proto.Message.IReactionMessage {
    const of = said.fields.object("reaction");
    return {
        key: keyOf(said, of.text("to")),
        text: of.anyText("emoji"),
        senderTimestampMs: said.world.clock.now().getTime(),
    };
}

function edited(said: Said): proto.Message.IProtocolMessage {
    const of = said.fields.object("edit");
    return {
        type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT,
        key: keyOf(said, of.text("to")),
        editedMessage: { conversation: of.text("text") },
        timestampMs: said.world.clock.now().getTime(),
    };
}

function quoting(said: Said): proto.IMessage {
    const { fields, contact, world } = said;
    const stanzaId = fields.text("quote");
    const line = world.transcripts.find(contact.person.number, stanzaId);
    const author = line?.direction === "CUSTOMER" ? contact.jid : world.phone.jid;
    const contextInfo = { stanzaId, participant: author, quotedMessage: { conversation: line?.text ?? "" } };
    return { extendedTextMessage: { text: fields.text("text"), contextInfo } };
}

/** The key of a message as the customer's phone sees it: what it wrote itself is `fromMe`. */
function keyOf({ contact, world }: Said, id: string): proto.IMessageKey {
    const line = world.transcripts.find(contact.person.number, id);
    return { remoteJid: world.phone.jid, fromMe: line?.direction === "CUSTOMER", id };
}

function raw(value: Record<string, unknown>): proto.IMessage {
    try {
        return proto.Message.fromObject(value);
    } catch (error) {
        throw badField("raw", error instanceof Error ? error.message : "is not a Message");
    }
}
