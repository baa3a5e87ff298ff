import { readFile, stat } from "node:fs/promises";
import { Unsendable } from "./content.js";

const TIMEOUT = 30_000;
/** The task has half a gigabyte, and a file is in memory twice while it is encrypted. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Fetches the file of a command. What will never be there is `Unsendable`; what may be later is an ordinary error. */
export async function fetchMedia(address: string, testing: boolean): Promise<Buffer> {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !allowed(url, testing)) throw new Unsendable("the url is not https");
    if (url.protocol === "file:") return fromFile(url);
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), redirect: "error" });
    if (!answer.ok) {
        await answer.body?.cancel();
        // 408 and 429 are about now; the other 4xx are about this file.
        const gone = answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status);
        throw gone
            ? new Unsendable(`the file answers ${answer.status}`)
            : new Error(`the file answers ${answer.status}`);
    }
    return bounded(answer);
}

function allowed(url: URL, testing: boolean): boolean {
    if (url.protocol === "https:") return true;
    return (
        testing && (url.protocol === "file:" || (url.protocol === "http:" && url.hostname === "127.0.0.1"))
    );
}

async function fromFile(url: URL): Promise<Buffer> {
    const found = await stat(url).catch(() => undefined);
    if (found === undefined) throw new Unsendable("the file is not there");
    if (found.size > MOST_BYTES) throw new Unsendable("the file is too large");
    return readFile(url);
}

async function bounded(answer: Response): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
        const bytes = chunk as Uint8Array;
        size += bytes.length;
        // Leaving the loop cancels the download.
        if (size > MOST_BYTES) throw new Unsendable("the file is too large");
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}
