import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MEDIA_NAME = /^[\w-]+$/;

/**
 * What the mock remembers: values by key, in memory and, given a folder, in an append-only journal there. Whoever changes a
 * value puts it again.
 */
export class Store {
    /** The values, in one map for each first word of a key. */
    private readonly shelves = new Map<string, Map<string, unknown>>();
    private readonly blobs = new Map<string, Buffer>();
    private readonly journal: string | undefined;

    constructor(private readonly folder?: string) {
        if (folder === undefined) return;
        mkdirSync(join(folder, "media"), { recursive: true });
        this.journal = join(folder, "journal.jsonl");
        if (existsSync(this.journal)) this.replay(readFileSync(this.journal, "utf8"));
        this.compact(this.journal);
    }

    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what comes out is what was put in
    get<T>(key: string): T | undefined {
        return this.shelf(key).get(key) as T | undefined;
    }

    getOr<T>(key: string, make: () => T): T {
        const known = this.get<T>(key);
        if (known !== undefined) return known;
        const made = make();
        this.put(key, made);
        return made;
    }

    put(key: string, value: unknown): void {
        this.shelf(key).set(key, value);
        this.write([key, value]);
    }

    remove(key: string): void {
        if (this.shelf(key).delete(key)) this.write([key]);
    }

    /** All values whose key begins so, in the order in which they came. */
    all<T>(prefix: string): [key: string, value: T][] {
        return [...this.shelf(prefix)].filter(([key]) => key.startsWith(prefix)) as [string, T][];
    }

    putBlob(name: string, bytes: Buffer): void {
        if (this.folder === undefined) this.blobs.set(name, bytes);
        else replace(join(this.folder, "media", checked(name)), bytes);
    }

    blob(name: string): Buffer | undefined {
        if (this.folder === undefined) return this.blobs.get(name);
        const file = join(this.folder, "media", checked(name));
        return existsSync(file) ? readFileSync(file) : undefined;
    }

    private shelf(key: string): Map<string, unknown> {
        const [name = ""] = key.split("/", 1);
        const known = this.shelves.get(name);
        if (known) return known;
        const made = new Map<string, unknown>();
        this.shelves.set(name, made);
        return made;
    }

    private write(line: [string, unknown?]): void {
        if (this.journal !== undefined) appendFileSync(this.journal, `${JSON.stringify(line, toText)}\n`);
    }

    private replay(text: string): void {
        // What follows the last line feed was being written when the process was killed.
        for (const line of text.split("\n").slice(0, -1)) {
            const [key, ...value] = JSON.parse(line, fromText) as [string, unknown?];
            if (value.length) this.shelf(key).set(key, value[0]);
            else this.shelf(key).delete(key);
        }
    }

    private compact(journal: string): void {
        const lines = [...this.shelves.values()].flatMap((shelf) => [...shelf]);
        replace(journal, lines.map((line) => `${JSON.stringify(line, toText)}\n`).join(""));
    }
}

function replace(file: string, content: string | Buffer): void {
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
}

function checked(name: string): string {
    if (!MEDIA_NAME.test(name)) throw new Error(`not a name of media: ${name}`);
    return name;
}

function toText(_: string, value: unknown): unknown {
    // A Buffer has made itself {type, data} by the time it comes here.
    if (isBufferJson(value)) return { $bytes: Buffer.from(value.data).toString("base64") };
    if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
    return value;
}

function fromText(_: string, value: unknown): unknown {
    if (typeof value !== "object" || value === null || !("$bytes" in value)) return value;
    return Buffer.from(String(value.$bytes), "base64");
}

function isBufferJson(value: unknown): value is { data: number[] } {
    return typeof value === "object" && value !== null && "type" in value && value.type === "Buffer";
}
