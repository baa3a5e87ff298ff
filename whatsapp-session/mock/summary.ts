import { normalizeMessageContent, proto, type MediaType } from "baileys";

export interface MediaPart {
    type: MediaType;
    url: string;
    key: Buffer;
}

/** What a customer's phone shows of a message. */
export interface Summary {
    kind: string;
    text: string;
    media?: MediaPart;
}

type Reading = (message: proto.IMessage) => Summary | null | undefined;

const READINGS: Reading[] = [
    ({ conversation }) => shown("text", conversation),
    ({ extendedTextMessage: text }) => text && shown("text", text.text ?? ""),
    ({ imageMessage: image }) => image && media("image", "image", image, image.caption),
    ({ videoMessage: video }) => video && media("video", "video", video, video.caption),
    ({ audioMessage: audio }) => audio && media(audio.ptt ? "voice" : "audio", "audio", audio, ""),
    ({ documentMessage: file }) => file && media("document", "document", file, file.caption ?? file.fileName),
    ({ stickerMessage: sticker }) => sticker && media("sticker", "sticker", sticker, ""),
    ({ locationMessage: place }) => place && shown("location", placeText(place)),
    ({ contactMessage: card }) => card && shown("contact", card.displayName ?? ""),
    ({ reactionMessage: reaction }) => reaction && shown("reaction", reaction.text ?? ""),
    ({ protocolMessage: protocol }) => protocol && protocolText(protocol),
];

export function summary(message: proto.IMessage): Summary {
    const content = normalizeMessageContent(message) ?? {};
    for (const reading of READINGS) {
        const read = reading(content);
        if (read) return read;
    }
    return { kind: "unsupported", text: Object.keys(content).join(" ") };
}

function shown(kind: string, text: string | null | undefined): Summary | undefined {
    return text === null || text === undefined ? undefined : { kind, text };
}

function media(
    kind: string,
    type: MediaType,
    part: { url?: string | null; mediaKey?: Uint8Array | null },
    text: string | null | undefined,
): Summary {
    const found = part.url && part.mediaKey && { type, url: part.url, key: Buffer.from(part.mediaKey) };
    return { kind, text: text ?? "", ...(found && { media: found }) };
}

function placeText({
    degreesLatitude,
    degreesLongitude,
    name,
    address,
}: proto.Message.ILocationMessage): string {
    const point = `${degreesLatitude ?? 0},${degreesLongitude ?? 0}`;
    return [point, name, address].filter((part) => part).join(" ");
}

function protocolText({ type, editedMessage, key }: proto.Message.IProtocolMessage): Summary | undefined {
    const { Type } = proto.Message.ProtocolMessage;
    if (type === Type.MESSAGE_EDIT)
        return { kind: "edited_message", text: summary(editedMessage ?? {}).text };
    if (type === Type.REVOKE) return { kind: "deleted_message", text: key?.id ?? "" };
    return undefined;
}
