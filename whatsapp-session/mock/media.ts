import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getMediaKeys, type MediaType } from "baileys";
import { given, sha256 } from "./bytes.js";
import type { Store } from "./store.js";
import type { MediaPart, Summary } from "./summary.js";
import type { Dials } from "./world.js";

const MAC_LENGTH = 10;
const LARGEST = 100 * 1024 * 1024;

/** The media host: keeps encrypted files by the hash of what is in them, and hands them out to whoever asks. */
export class Media {
    /** `127.0.0.1:port`, known once the server listens. */
    host = "";

    constructor(
        private readonly store: Store,
        private readonly dials: Dials,
        private readonly trouble: (error: unknown) => void,
    ) {}

    /** What a phone does with a picture: encrypts it, uploads it, and names it in the message. */
    async add(type: MediaType, plain: Buffer) {
        const mediaKey = randomBytes(32);
        const { cipherKey, iv, macKey } = await getMediaKeys(mediaKey, type);
        const cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
        const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
        const file = Buffer.concat([sealed, mac(given(macKey, "the MAC key"), iv, sealed)]);
        const url = this.keep(`/mms/${type}`, file);
        return {
            url,
            directPath: new URL(url).pathname,
            mediaKey,
            fileSha256: sha256(plain),
            fileEncSha256: sha256(file),
            fileLength: plain.length,
        };
    }

    /** What a phone does with a message that names a file: fetches and decrypts it. */
    async open({ type, url, key }: MediaPart): Promise<Buffer> {
        const file = this.store.blob(nameIn(url));
        if (!file) throw new Error(`nobody uploaded ${url}`);
        const { cipherKey, iv, macKey } = await getMediaKeys(key, type);
        const sealed = file.subarray(0, -MAC_LENGTH);
        if (!mac(given(macKey, "the MAC key"), iv, sealed).equals(file.subarray(-MAC_LENGTH)))
            throw new Error(`the MAC of ${url} is wrong`);
        const decipher = createDecipheriv("aes-256-cbc", cipherKey, iv);
        return Buffer.concat([decipher.update(sealed), decipher.final()]);
    }

    async described({
        media,
        ...rest
    }: Summary): Promise<{ kind: string; text: string; mediaSha256?: string }> {
        if (!media) return rest;
        try {
            return { ...rest, mediaSha256: sha256(await this.open(media)).toString("hex") };
        } catch (error) {
            this.trouble(error);
            return rest;
        }
    }

    async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const path = new URL(request.url ?? "/", "http://media").pathname;
        if (request.method === "POST") {
            const url = this.keep(path.slice(0, path.lastIndexOf("/")), await bodyOf(request, LARGEST));
            const answer = { url, direct_path: new URL(url).pathname };
            response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
            return;
        }
        const trouble = this.dials.mediaStatus;
        const file = trouble === null ? this.store.blob(nameIn(path)) : undefined;
        response.statusCode = trouble ?? (file ? 200 : 404);
        response.setHeader("content-type", "application/octet-stream").end(file);
    }

    private keep(folder: string, file: Buffer): string {
        const name = sha256(file).toString("base64url");
        this.store.putBlob(name, file);
        return `http://${this.host}${folder}/${name}`;
    }
}

export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
        length += part.length;
        if (length > most) throw new Error("the body is too large");
        parts.push(part);
    }
    return Buffer.concat(parts);
}

function mac(key: Uint8Array, iv: Uint8Array, sealed: Buffer): Buffer {
    return createHmac("sha256", key).update(iv).update(sealed).digest().subarray(0, MAC_LENGTH);
}

function nameIn(url: string): string {
    return url.slice(url.lastIndexOf("/") + 1).replace(/[^\w-].*$/, "") || "none";
}
