import { proto } from "baileys";
import { hasUnknown } from "./unknown.js";
import { type Attributes, type Chat, chatOf, isFromMe, type Mapping, type Me } from "./chat.js";

/** One message of a customer, as it is queued. See "Queue session-inbound.fifo" in CONTRACT.md. */
export interface Envelope {
    readonly v: 1;
    readonly type: "message";
    readonly session: string;
    readonly fence: number;
    readonly id: string;
    readonly t: number;
    readonly offline: boolean;
    readonly fromMe?: true;
    readonly chat: Chat;
    readonly pushName?: string;
    readonly message: Record<string, unknown>;
    /** A message of a kind that this release does not know, as base64; `message` is empty then. */
    readonly unknown?: string;
    /** The message was too large for the queue and is not all here. */
    readonly cut?: true;
}

export interface Speaker {
    readonly session: string;
    readonly fence: number;
    readonly me: Me;
    readonly mapping: Mapping;
}

/** What is for machines: keys of groups, and the context that goes with something else. */
const NOT_SAID: readonly string[] = [
    "senderKeyDistributionMessage",
    "fastRatchetKeySenderKeyDistributionMessage",
    "messageContextInfo",
];

/** Of the protocol's own messages only these are said by somebody. Others carry keys and histories. */
const SAID_BY_PROTOCOL: readonly unknown[] = [
    proto.Message.ProtocolMessage.Type.REVOKE,
    proto.Message.ProtocolMessage.Type.MESSAGE_EDIT,
];

/** What is to be queued of a decrypted stanza, or nothing when nobody said anything with it. */
export async function envelopeOf(
    attributes: Attributes,
    padded: Uint8Array,
    speaker: Speaker,
): Promise<Envelope | undefined> {
    if (attributes["category"] === "peer") return undefined;
    const plain = unpad(padded);
    const decoded = proto.Message.decode(plain);
    const made = await envelope(attributes, decoded.deviceSentMessage?.message ?? decoded, speaker);
    return made ?? (hasUnknown(plain) ? unknown(attributes, plain, speaker) : undefined);
}

/** What WhatsApp has begun to say since this release is kept as it came. */
async function unknown(
    attributes: Attributes,
    plain: Uint8Array,
    speaker: Speaker,
): Promise<Envelope | undefined> {
    const { id } = attributes;
    return id === undefined
        ? undefined
        : {
              ...(await head(id, attributes, speaker)),
              message: {},
              unknown: Buffer.from(plain).toString("base64"),
          };
}

export async function envelope(
    attributes: Attributes,
    message: proto.IMessage,
    speaker: Speaker,
): Promise<Envelope | undefined> {
    const id = attributes["id"];
    if (id === undefined || !isSaid(message)) return undefined;
    return { ...(await head(id, attributes, speaker)), message: jsonOf(message) };
}

async function head(
    id: string,
    attributes: Attributes,
    speaker: Speaker,
): Promise<Omit<Envelope, "message">> {
    const pushName = attributes["notify"];
    return {
        v: 1,
        type: "message",
        session: speaker.session,
        fence: speaker.fence,
        id,
        t: Number(attributes["t"] ?? 0),
        offline: attributes["offline"] !== undefined,
        ...(isFromMe(attributes, speaker.me) ? { fromMe: true as const } : {}),
        chat: await chatOf(attributes, speaker.me, speaker.mapping),
        ...(pushName === undefined ? {} : { pushName }),
    };
}

function isSaid(message: proto.IMessage): boolean {
    const protocol = message.protocolMessage;
    if (protocol !== null && protocol !== undefined) return SAID_BY_PROTOCOL.includes(protocol.type);
    return Object.entries(message).some(
        ([name, value]) => value !== null && value !== undefined && !NOT_SAID.includes(name),
    );
}

function jsonOf(message: proto.IMessage): Record<string, unknown> {
    const json = proto.Message.fromObject(message).toJSON() as Record<string, unknown>;
    return Object.fromEntries(
        Object.entries(json).filter(([name]) => !name.endsWith("enderKeyDistributionMessage")),
    );
}

/** Signal's padding: the last byte says how many there are. */
function unpad(padded: Uint8Array): Uint8Array {
    const count = padded[padded.length - 1] ?? 0;
    if (count === 0 || count > padded.length) throw new Error("the padding makes no sense");
    return padded.subarray(0, padded.length - count);
}

const HEAVY: readonly string[] = [
    "jpegThumbnail",
    "thumbnail",
    "quotedMessage",
    "pngThumbnail",
    "scansSidecar",
];

/** The same without what weighs much; and at last without anything but who wrote when. */
export function cuts(whole: Envelope): Envelope[] {
    return [
        { ...whole, cut: true, message: without(whole.message, HEAVY) as Record<string, unknown> },
        { ...(without(whole, ["unknown"]) as Envelope), cut: true, message: {} },
    ];
}

function without(value: unknown, names: readonly string[]): unknown {
    if (Array.isArray(value)) return value.map((one) => without(one, names));
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([name]) => !names.includes(name));
    return Object.fromEntries(kept.map(([name, field]) => [name, without(field, names)]));
}
