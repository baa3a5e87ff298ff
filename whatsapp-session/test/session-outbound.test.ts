import assert from "node:assert/strict";
import { test } from "node:test";
import { generateWAMessageContent } from "baileys";
import { type Ack, Acks } from "../src/acks.js";
import { Unsendable, write } from "../src/content.js";
import { Events } from "../src/events.js";
import { type Link, Outbound } from "../src/outbound.js";
import type { Inbox, Taken } from "../src/queues.js";
import { SILENT } from "./fakes.js";

const ID = "3EB0000000000000000001";
const noSleep = (): Promise<void> => Promise.resolve();

interface Told {
    type: string;
    ref?: string;
    code?: string;
    t?: number;
}

class FakeInbox implements Inbox {
    readonly removed: string[] = [];
    readonly hidden: string[] = [];
    constructor(
        private readonly bodies: string[],
        private readonly end: AbortController,
    ) {}

    take(): Promise<Taken | undefined> {
        const body = this.bodies.shift();
        if (body === undefined) this.end.abort();
        return Promise.resolve(body === undefined ? undefined : { handle: body, body });
    }

    remove(handle: string): Promise<void> {
        this.removed.push(handle);
        return Promise.resolve();
    }

    hide(handle: string): Promise<void> {
        this.hidden.push(handle);
        return Promise.resolve();
    }
}

interface Scene {
    told: Told[];
    sent: string[];
    inbox: FakeInbox;
    refused: number;
}

async function obey(fields: object, ack: Ack, restricted = false, remembered: string[] = []): Promise<Scene> {
    const end = new AbortController();
    const body = JSON.stringify({
        v: 1,
        type: "send",
        id: ID,
        ref: "r",
        to: { pn: "50760000001" },
        content: { kind: "text", text: "hola" },
        ...fields,
    });
    const scene: Scene = { told: [], sent: [], inbox: new FakeInbox([body], end), refused: 0 };
    const link: Link = {
        over: new AbortController().signal,
        restricted,
        jidOf: ({ pn }) => Promise.resolve(`${pn ?? ""}@s.whatsapp.net`),
        typing: () => Promise.resolve(),
        send: (jid, _written, id) => {
            scene.sent.push(`${id} to ${jid}`);
            return Promise.resolve(ack);
        },
        markRead: (_jid, id) => {
            scene.sent.push(`read ${id}`);
            return Promise.resolve();
        },
        refused: () => scene.refused++,
    };
    const outbox = {
        send: (text: string): Promise<void> => {
            scene.told.push(JSON.parse(text) as Told);
            return Promise.resolve();
        },
    };
    await new Outbound({
        inbox: scene.inbox,
        events: new Events(outbox, "front", { fence: 7 }, SILENT, noSleep),
        opened: (stop) => Promise.resolve(stop.aborted ? undefined : link),
        remember: ({ id }) => {
            remembered.push(id);
            return Promise.resolve();
        },
        fetch: () => Promise.reject(new Unsendable("the file answers 404")),
        ackMillis: 10,
        typingMillis: 10,
        crash: () => undefined,
        log: SILENT,
        sleep: noSleep,
        sent: () => undefined,
    }).run(end.signal);
    return scene;
}

const taken: Ack = { kind: "taken" };
const ends = ({ told }: Scene): (string | undefined)[][] =>
    told.map(({ type, ref, code }) => [type, ref, code]);

test("what the server took is told and deleted, with the id that was given", async () => {
    const remembered: string[] = [];
    const scene = await obey({}, taken, false, remembered);
    assert.deepEqual(scene.sent, [`${ID} to 50760000001@s.whatsapp.net`]);
    assert.deepEqual(ends(scene), [["sent", "r", undefined]]);
    assert.equal(scene.inbox.removed.length, 1);
    assert.deepEqual(remembered, [ID]);
});

test("what the server took or refused is dated by its clock", async () => {
    assert.equal((await obey({}, { kind: "taken", t: 1790000000 })).told[0]?.t, 1790000000);
    assert.equal((await obey({}, { kind: "error", code: "463", t: 1790000001 })).told[0]?.t, 1790000001);
    const acks = new Acks();
    const heard = acks.during(ID, noSleep, 1_000, new AbortController().signal);
    acks.heard({ tag: "ack", attrs: { id: ID, t: "1790000000" } });
    assert.deepEqual(await heard, { kind: "taken", t: 1790000000 });
});

test("a card has the name of whose it is, as telephones show it", async () => {
    const card = { kind: "contact", name: "Luis Pérez", phone: "+507 6000-0002" } as const;
    const { content } = await write(card, "50760000001@s.whatsapp.net", () => assert.fail("no file"));
    const upload = (): Promise<never> => assert.fail("no file");
    const message = await generateWAMessageContent(content, { upload });
    assert.equal(message.contactMessage?.displayName, "Luis Pérez");
});

test("what was not acknowledged stays in the queue", async () => {
    const scene = await obey({}, { kind: "none" });
    assert.deepEqual(ends(scene), []);
    assert.equal(scene.inbox.removed.length, 0);
    assert.equal(scene.inbox.hidden.length, 1);
});

test("what the server refused has failed, and 463 closes new chats", async () => {
    const scene = await obey({}, { kind: "error", code: "463" });
    assert.deepEqual(ends(scene), [["failed", "r", "463"]]);
    assert.equal(scene.inbox.removed.length, 1);
    assert.equal(scene.refused, 1);
});

test("what is too late is not sent", async () => {
    const scene = await obey({ expiresAt: 100 }, taken);
    assert.deepEqual([scene.sent, ends(scene)], [[], [["failed", "r", "expired"]]]);
});

test("while restricted only answers are sent", async () => {
    assert.deepEqual(ends(await obey({ unasked: true }, taken, true)), [["failed", "r", "restricted"]]);
    assert.deepEqual(ends(await obey({ unasked: false }, taken, true)), [["sent", "r", undefined]]);
});

test("a file that is not there is unsendable, and left to the dead letters when nobody asks for it", async () => {
    const content = { kind: "image", url: "https://example.com/a.jpg" };
    assert.deepEqual(ends(await obey({ content }, taken)), [["failed", "r", "unsendable"]]);
    const anonymous = await obey({ content, ref: undefined }, taken);
    assert.deepEqual([ends(anonymous), anonymous.inbox.removed], [[], []]);
});

test("what cannot be read is left to the dead letters", async () => {
    const scene = await obey({ v: 2, ref: undefined }, taken);
    assert.deepEqual([scene.sent, ends(scene), scene.inbox.removed], [[], [], []]);
});

test("a reading is done and told to nobody", async () => {
    const scene = await obey({ type: "read", id: "3A" }, taken);
    assert.deepEqual([scene.sent, ends(scene), scene.inbox.removed.length], [["read 3A"], [], 1]);
});

test("an acknowledgement that comes before the bytes were written counts", async () => {
    const acks = new Acks();
    const lasting = new AbortController().signal;
    const early = (): Promise<void> => {
        acks.heard({ tag: "ack", attrs: { id: ID } });
        return Promise.resolve();
    };
    assert.deepEqual(await acks.during(ID, early, 1_000, lasting), taken);
    assert.deepEqual(await acks.during(ID, noSleep, 1_000, AbortSignal.abort()), { kind: "none" });
});
