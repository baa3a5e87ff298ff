import type { AnyMessageContent, MiscMessageGenerationOptions } from "baileys";
import type { Content } from "./commands.js";

/** It can never be sent, however often it is tried. */
export class Unsendable extends Error {}

export interface Written {
    readonly content: AnyMessageContent;
    readonly options: MiscMessageGenerationOptions;
}

export type Fetch = (url: string) => Promise<Buffer>;

/** What the library is to send for the content of a command. */
export async function write(content: Content, jid: string, fetch: Fetch): Promise<Written> {
    switch (content.kind) {
        case "text": {
            const key = { remoteJid: jid, id: content.quotes ?? "", fromMe: false, participant: jid };
            // Only the id is known of what is quoted; the phone that shows it looks the words up itself.
            const quoted =
                content.quotes === undefined ? {} : { quoted: { key, message: { conversation: "" } } };
            // No link preview: it would fetch whatever address stands in the text.
            return { content: { text: content.text, linkPreview: null }, options: quoted };
        }
        case "location":
            return plain({
                location: {
                    degreesLatitude: content.latitude,
                    degreesLongitude: content.longitude,
                    ...(content.name === undefined ? {} : { name: content.name }),
                    ...(content.address === undefined ? {} : { address: content.address }),
                },
            });
        case "contact":
            // Of a single card the library takes the name that stands beside it, not the one around all.
            return plain({
                contacts: {
                    displayName: content.name,
                    contacts: [{ displayName: content.name, vcard: vcard(content) }],
                },
            });
        case "reaction":
            return plain({
                react: { text: content.emoji, key: { remoteJid: jid, id: content.to, fromMe: false } },
            });
        case "image":
        case "video":
        case "audio":
        case "voice":
        case "document":
        case "sticker":
            return plain(media(content, await fetch(content.url)));
    }
}

const plain = (content: AnyMessageContent): Written => ({ content, options: {} });

type Media = Extract<Content, { url: string }>;

function media(content: Media, file: Buffer): AnyMessageContent {
    const caption = content.caption === undefined ? {} : { caption: content.caption };
    const mimetype = content.mimetype === undefined ? {} : { mimetype: content.mimetype };
    switch (content.kind) {
        case "image":
            return { image: file, ...caption, ...mimetype };
        case "video":
            return { video: file, ...caption, ...mimetype };
        case "audio":
            return { audio: file, ...mimetype };
        case "voice":
            return { audio: file, ptt: true, mimetype: content.mimetype ?? "audio/ogg; codecs=opus" };
        case "sticker":
            return { sticker: file, ...mimetype };
        case "document":
            return {
                document: file,
                mimetype: content.mimetype ?? "application/octet-stream",
                ...caption,
                ...(content.fileName === undefined ? {} : { fileName: content.fileName }),
            };
    }
}

/** A line break in a name would begin a field of its own. */
function vcard({ name, phone }: { name: string; phone: string }): string {
    const clean = name.replace(/[\r\n;,\\]/gu, " ");
    const digits = phone.replace(/\D/gu, "");
    return `BEGIN:VCARD\nVERSION:3.0\nFN:${clean}\nTEL;type=CELL;waid=${digits}:+${digits}\nEND:VCARD`;
}
