import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import {
    BufferJSON,
    initAuthCreds,
    makeWASocket,
    WA_CERT_DETAILS,
    type AuthenticationCreds,
    type AuthenticationState,
    type BinaryNode,
    type SignalDataSet,
    type SignalDataTypeMap,
    type WAMessage,
    type WASocket,
} from "baileys";
import { pino } from "pino";
import { serveControl } from "../mock/control.js";
import { MockWhatsApp, type MockOptions } from "../mock/server.js";
import { PlainAgent } from "../src/plain-agent.js";

const PATIENCE_MILLIS = 15_000;

// baileys leaves timers of 30 s behind when it uploads pre-keys and when it buffers; a test need not outlive them.
const later = globalThis.setTimeout;
const LONG_MILLIS = 20_000;
globalThis.setTimeout = Object.assign((...all: Parameters<typeof later>) => {
    const timer = later(...all);
    return Number(all[1]) >= LONG_MILLIS ? timer.unref() : timer;
}, later);

/** Waits for what a test is about; it fails if that does not come. */
export async function until<T>(
    what: string,
    look: () => T | undefined | false | Promise<T | undefined | false>,
) {
    const late = Date.now() + PATIENCE_MILLIS;
    for (;;) {
        const found = await look();
        if (found !== undefined && found !== false) return found;
        if (Date.now() > late) assert.fail(`waited in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
    }
}

export type Json = Record<string, unknown>;

export interface Line {
    index: number;
    direction: string;
    kind: string;
    text: string;
    id: string;
    status: string;
    mediaSha256?: string;
    readAt?: string;
    typingAt?: string;
}

/** The mock and its control API, as a test drives it: over HTTP. */
export class Driver {
    private constructor(
        readonly mock: MockWhatsApp,
        readonly data: string,
        private readonly control: string,
        readonly end: () => Promise<void>,
    ) {}

    static async start(t: TestContext, options: MockOptions = {}): Promise<Driver> {
        const driver = await Driver.open(options);
        t.after(driver.end);
        return driver;
    }

    static async open(options: MockOptions): Promise<Driver> {
        const mock = new MockWhatsApp(options);
        await mock.listen();
        const { server, url } = await serveControl(mock, 0);
        let ended = false;
        const end = async (): Promise<void> => {
            if (ended) return;
            ended = true;
            server.close();
            server.closeAllConnections();
            await mock.offline(true);
        };
        WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(mock.rootKey, "hex");
        return new Driver(mock, options.data ?? "", url, end);
    }

    async call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
        const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
        const response = await fetch(this.control + path, init);
        return { status: response.status, body: (await response.json()) as Json };
    }

    async post(path: string, body: unknown = {}): Promise<Json> {
        const answer = await this.call("POST", path, body);
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        return answer.body;
    }

    async get<T>(path: string): Promise<T> {
        return (await this.call("GET", path)).body as T;
    }

    async says(number: string, what: Json): Promise<string> {
        return String((await this.post(`/phones/${number}/messages`, what))["id"]);
    }

    async lines(number: string): Promise<Line[]> {
        return (await this.get<{ messages: Line[] }>(`/phones/${number}/messages`)).messages;
    }

    async line(number: string, look: (line: Line) => boolean): Promise<Line> {
        return until(`a line of ${number}`, async () => (await this.lines(number)).find(look));
    }

    async queue(): Promise<string[]> {
        return (await this.get<{ queue: string[] }>("/state")).queue;
    }
}

/** An unmodified client, with what it told. */
export class Client {
    readonly upserts: { type: string; message: WAMessage }[] = [];
    readonly heard: BinaryNode[] = [];
    readonly shown: string[] = [];
    open = false;
    closed: number | undefined;
    readonly sock: WASocket;

    constructor(driver: Driver, auth: AuthenticationState) {
        this.sock = makeWASocket({
            auth,
            waWebSocketUrl: driver.mock.url,
            logger: pino({ level: "silent" }),
            shouldSyncHistoryMessage: () => false,
            fetchAgent: new PlainAgent(),
        });
        this.sock.ev.on("connection.update", ({ connection, qr, lastDisconnect }) => {
            if (qr) this.shown.push(qr);
            if (connection === "open") this.open = true;
            const error = lastDisconnect?.error as { output?: { statusCode: number } } | undefined;
            if (connection === "close") this.closed = error?.output?.statusCode ?? 0;
        });
        this.sock.ev.on("messages.upsert", ({ type, messages }) => {
            this.upserts.push(...messages.map((message) => ({ type, message })));
        });
        for (const tag of ["receipt", "ack"]) {
            this.sock.ws.on(`CB:${tag}`, (node: BinaryNode) => this.heard.push(node));
        }
    }

    message(id: string): Promise<WAMessage> {
        return until(
            `message ${id}`,
            () => this.upserts.find(({ message }) => message.key.id === id && message.message)?.message,
        );
    }

    /** What the server sent of that kind about a message. The client folds receipts that come soon into its upsert. */
    told(tag: "receipt" | "ack", id: string, attr: string, value?: string): Promise<BinaryNode> {
        return until(`${tag} of ${id} with ${attr} ${value ?? "missing"}`, () =>
            this.heard.find(
                (node) => node.tag === tag && node.attrs["id"] === id && node.attrs[attr] === value,
            ),
        );
    }

    ends(): Promise<number> {
        return until("the end of the connection", () => this.closed);
    }

    async leave(): Promise<void> {
        void this.sock.end(undefined);
        await this.ends();
    }
}

/** A driver with a device that was linked by QR and is logged in. */
export async function linked(
    t: TestContext,
): Promise<{ driver: Driver; client: Client; auth: AuthenticationState }> {
    pairedOnce ??= paired();
    const { data, creds, keys } = await pairedOnce;
    const driver = await Driver.start(t, { data: copied(t, data) });
    const auth = memoryAuth(JSON.parse(creds, BufferJSON.reviver) as AuthenticationCreds, new Map(keys));
    return { driver, client: await back(t, driver, auth), auth };
}

/** The eight hundred keys of a new device cost most of a test, so it is paired once and then copied. */
let pairedOnce: ReturnType<typeof paired> | undefined;

async function paired(): Promise<{ data: string; creds: string; keys: Map<string, unknown> }> {
    const data = mkdtempSync(join(tmpdir(), "mock-whatsapp-"));
    process.once("exit", () => {
        rmSync(data, { recursive: true });
    });
    const driver = await Driver.open({ data });
    const keys = new Map<string, unknown>();
    const auth = memoryAuth(initAuthCreds(), keys);
    const pairing = new Client(driver, auth);
    await driver.post("/scan", { qr: await until("a QR", () => pairing.shown[0]) });
    assert.equal(await pairing.ends(), 515);
    const client = new Client(driver, auth);
    await until("an open connection", () => client.open);
    await client.leave();
    await driver.end();
    return { data, creds: JSON.stringify(auth.creds, BufferJSON.replacer), keys };
}

/** A folder that is gone after the test, with what is in the other one. */
export function copied(t: TestContext, from?: string): string {
    const folder = mkdtempSync(join(tmpdir(), "mock-whatsapp-"));
    if (from !== undefined) cpSync(from, folder, { recursive: true });
    t.after(() => {
        rmSync(folder, { recursive: true });
    });
    return folder;
}

/** The same device again. */
export async function back(t: TestContext, driver: Driver, auth: AuthenticationState): Promise<Client> {
    const client = new Client(driver, auth);
    t.after(() => client.sock.end(undefined));
    await until("an open connection", () => client.open);
    return client;
}

export function memoryAuth(
    creds: AuthenticationCreds = initAuthCreds(),
    values = new Map<string, unknown>(),
): AuthenticationState {
    return {
        creds,
        keys: {
            get: <T extends keyof SignalDataTypeMap>(type: T, ids: string[]) => {
                const found = ids.flatMap((id) =>
                    values.has(`${type}/${id}`) ? [[id, values.get(`${type}/${id}`)]] : [],
                );
                return Promise.resolve(Object.fromEntries(found) as Record<string, SignalDataTypeMap[T]>);
            },
            set: (data: SignalDataSet) => {
                for (const [type, items] of Object.entries(data)) {
                    for (const [id, value] of Object.entries(items)) {
                        if (value === null || value === undefined) values.delete(`${type}/${id}`);
                        else values.set(`${type}/${id}`, value);
                    }
                }
                return Promise.resolve();
            },
        },
    };
}
