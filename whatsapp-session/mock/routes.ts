import { content } from "./content.js";
import { failureCode, reasonOf } from "./disconnects.js";
import { phoneNumber, type Fields } from "./fields.js";
import type { Inbound } from "./inbound.js";
import { badField, notNow } from "./refused.js";
import type { MockWhatsApp } from "./server.js";

const ACK_MODE = /^(ok|silent|\d{3})$/;
const LONGEST_WAIT_MILLIS = 60_000;
const MOST_TIMES = 100;
const [LEAST_STATUS, MOST_STATUS] = [400, 599];
const RECEIPTS = ["delivered", "read", "played"] as const;

export interface Call {
    mock: MockWhatsApp;
    /** The number in the path, where there is one. */
    number: string;
    fields: Fields;
    query: URLSearchParams;
}

export type Route = (call: Call) => unknown;

/** The control API: `METHOD /path`, with `*` for a phone number. */
export const ROUTES: Record<string, Route> = {
    "GET /state": async ({ mock }) => {
        await mock.settled();
        return state(mock);
    },
    "GET /sent": ({ mock }) => mock.outbound.sent,
    "GET /wire": ({ mock, query }) => {
        const after = place(query);
        const nodes = mock.wire.after(after);
        return { next: nodes.at(-1)?.index ?? after, nodes };
    },
    "POST /scan": ({ mock, fields }) => {
        mock.byQr.scan(fields.text("qr"));
    },
    "POST /type-code": ({ mock, fields }) => {
        mock.byCode.type(fields.text("code"));
    },
    "POST /passkey": ({ mock, fields }) => {
        mock.world.dials.passkey = fields.flag("on");
    },
    "POST /phones/*/messages": (call) => say(call),
    "GET /phones/*/messages": (call) => transcript(call),
    "POST /phones/*/name": ({ mock, number, fields }) => {
        mock.world.contacts.of(number).change({ name: fields.text("name") });
    },
    "POST /phones/*/block": ({ mock, number, fields }) => {
        mock.world.contacts.of(number).change({ blocked: fields.flag("blocked") });
    },
    "POST /phones/*/receipts": (call) => {
        receipts(call);
    },
    "POST /own-phone/messages": async ({ mock, fields }) => {
        const contact = mock.world.contacts.of(fields.phone("to"));
        return {
            id: await mock.inbound.fromOwnPhone(contact, fields.text("text"), fields.optionalText("id")),
        };
    },
    "POST /acks": ({ mock, fields }) => {
        const mode = fields.text("mode");
        if (!ACK_MODE.test(mode)) throw badField("mode", "must be ok, silent or a code of three digits");
        mock.world.dials.ackMode = mode;
    },
    "POST /media": ({ mock, fields }) => {
        mock.world.dials.mediaStatus = fields.has("status") ? status(fields) : null;
    },
    "POST /clock": ({ mock, fields }) => {
        mock.world.clock.standAt(fields.has("at") ? fields.time("at") : undefined);
    },
    "POST /kick": ({ mock, fields }) => {
        kick(mock, fields.text("reason"));
    },
    "POST /refuse": ({ mock, fields }) => {
        mock.world.dials.refuse = fields.has("code") ? failureCode("code", fields.text("code")) : null;
    },
    "POST /drop": ({ mock }) => {
        for (const connection of mock.world.connections) connection.reset();
    },
    "POST /close": ({ mock }) => {
        for (const connection of mock.world.connections) connection.close();
    },
    "POST /freeze": ({ mock, fields }) => {
        const on = fields.flag("on");
        for (const connection of mock.world.connections) connection.freeze(on);
    },
    "POST /offline": ({ mock, fields }) => mock.offline(fields.flag("on")),
};

function state({ world, login, lastError, isOffline }: MockWhatsApp): object {
    const queue = world.queue.all();
    const connected = [...world.connections].flatMap(({ device }) => device ?? []);
    return {
        user: { pn: world.user, lid: world.phone.person.lid },
        devices: world.devices.all().map(({ number, pairedAt, removed }) => {
            return { number, pairedAt, removed, preKeys: world.devices.preKeys(number) };
        }),
        connected: [...new Set(connected)],
        logins: login.count,
        pending: queue.length,
        queue: queue.flatMap(({ kind, node }) => (kind === "message" ? (node.attrs["id"] ?? []) : [])),
        accepted: world.counts.accepted,
        acknowledged: world.counts.acknowledged,
        receipts: world.counts.receipts.size,
        ...world.dials,
        offline: isOffline,
        lastError,
    };
}

async function say({ mock, number, fields }: Call): Promise<{ id: string }> {
    const contact = mock.world.contacts.of(number);
    const name = fields.optionalText("name");
    if (name !== undefined) contact.change({ name });
    const id = fields.optionalText("id");
    const group = fields.optionalText("group")?.replace(/@g\.us$/, "");
    const envelope: Parameters<Inbound["fromCustomer"]>[2] = {
        corrupt: fields.flag("corrupt", false),
        times: fields.whole("times", 1, MOST_TIMES),
        viaLid: fields.flag("viaLid", false),
        onlyLid: fields.flag("onlyLid", false),
        ...(id !== undefined && { id }),
        ...(group !== undefined && { group }),
    };
    const message = await content({ fields, contact, world: mock.world });
    return { id: await mock.inbound.fromCustomer(contact, message, envelope) };
}

async function transcript({ mock, number, query }: Call): Promise<object> {
    const after = place(query);
    const messages = await mock.world.transcripts.after(
        number,
        after,
        wholeIn(query, "wait", 0, LONGEST_WAIT_MILLIS),
    );
    return { contact: number, next: messages.at(-1)?.index ?? after, messages };
}

function receipts({ mock, number, fields }: Call): void {
    const contact = mock.world.contacts.of(number);
    if (fields.has("auto")) contact.change({ auto: fields.words("auto", RECEIPTS) });
    if (!fields.has("id") && fields.has("auto")) return;
    const id = fields.text("id");
    const sent = mock.outbound.sent.findLast((one) => one.id === id);
    if (!sent) throw badField("id", "is not the id of a message that was sent");
    mock.receipts.give(contact, sent.device, sent.to, id, fields.word("type", RECEIPTS));
}

function status(fields: Fields): number {
    const given = fields.whole("status", MOST_STATUS, MOST_STATUS);
    if (given < LEAST_STATUS) throw badField("status", `must be a whole number from ${LEAST_STATUS}`);
    return given;
}

function kick(mock: MockWhatsApp, word: string): void {
    const reason = reasonOf(word);
    const connected = [...mock.world.connections].filter(({ device }) => device !== undefined);
    if (!connected.length) throw notNow("no device is connected");
    for (const connection of connected) {
        if (word === "device_removed") mock.iqs.remove(connection.device ?? 0);
        connection.dismiss(reason);
    }
}

function place(query: URLSearchParams): number {
    return wholeIn(query, "after", -1, Number.MAX_SAFE_INTEGER);
}

function wholeIn(query: URLSearchParams, name: string, otherwise: number, most: number): number {
    const value = Number(query.get(name) ?? otherwise);
    if (Number.isInteger(value) && value >= otherwise && value <= most) return value;
    throw badField(name, `must be a whole number from ${otherwise} to ${most}`);
}

export function numberIn(path: string): string {
    return phoneNumber("number", path);
}
