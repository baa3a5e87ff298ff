import {
    type BinaryNode,
    type ConnectionState,
    type SignalKeyStoreWithTransaction,
    type WASocket,
} from "baileys";
import { type Ack, Acks } from "./acks.js";
import type { AuthStore } from "./auth-store.js";
import { digitsOf, type Me } from "./chat.js";
import type { To } from "./commands.js";
import type { Written } from "./content.js";
import { Stanzas } from "./durable.js";
import type { Lease } from "./lease.js";
import { type Log, reasonOf, statusOf } from "./log.js";
import { storedMapping } from "./mapping.js";
import type { Link } from "./outbound.js";
import { within } from "./pause.js";
import type { Reception } from "./reception.js";
import { type Receipts, receiptIn } from "./receipts.js";
import type { Settings } from "./settings.js";
import { openSocket, type Wire } from "./socket.js";
import { Watchdog } from "./watchdog.js";

export interface Ending {
    readonly code: number | undefined;
    readonly message: string;
    /** How long it had been open. */
    readonly openMillis: number;
}

/** What a connection tells of itself while it lasts. */
export interface Listener {
    qr(connection: Connection, qr: string): void;
    opened(connection: Connection): void;
    passkey(): void;
    restriction(untilMillis: number | undefined): void;
    readonly restricted: () => boolean;
}

export interface Around {
    readonly settings: Settings;
    readonly auth: AuthStore;
    readonly lease: Pick<Lease, "check">;
    readonly reception: Reception;
    readonly receipts: Receipts;
    readonly log: Log;
}

/** Long enough for a close frame and its answer. */
const POLITE_MILLIS = 1_500;
const SEND_MILLIS = 30_000;
/** When the server refuses new chats and does not say until when. */
const UNKNOWN_RESTRICTION = 3_600_000;

/** One connection to WhatsApp, from its beginning to its end; the next one is another object. */
export class Connection implements Link {
    readonly ended: Promise<Ending>;
    readonly #end = new AbortController();
    readonly #acks = new Acks();
    readonly #socket: WASocket;
    readonly #wire: Wire;
    readonly #keys: SignalKeyStoreWithTransaction;
    #openedAt: number | undefined;

    constructor(
        private readonly around: Around,
        private readonly listener: Listener,
    ) {
        const { settings, auth, lease, reception, log } = around;
        const stanzas = new Stanzas();
        const receiving = reception.receiving(stanzas, () => this.me, this.over);
        const { socket, wire } = openSocket(settings, auth, auth.keysFor(this.over), receiving, log);
        this.#socket = socket;
        this.#wire = wire;
        this.#keys = socket.authState.keys;
        const watchdog = new Watchdog(settings.timing.keepAliveMillis, () => {
            log.warn("nothing was heard for too long: the connection is cut");
            wire.terminate();
        });
        wire.on("message", () => {
            watchdog.heard();
        });
        const send = wire.send.bind(wire);
        wire.send = (...args: unknown[]): unknown => {
            lease.check();
            const sent = send(...args);
            reception.written();
            return sent;
        };
        socket.ws.prependListener("CB:message", (stanza: BinaryNode) => {
            stanzas.remember(stanza);
            inTurn(stanza);
        });
        this.#listen();
        this.ended = this.#untilEnd().finally(() => {
            watchdog.stop();
            this.#end.abort();
        });
    }

    get over(): AbortSignal {
        return this.#end.signal;
    }

    get me(): Me {
        const { me } = this.around.auth.creds;
        return { pn: digitsOf(me?.id), lid: digitsOf(me?.lid) };
    }

    get restricted(): boolean {
        return this.listener.restricted();
    }

    #listen(): void {
        const { ws, ev } = this.#socket;
        const { auth, receipts, reception } = this.around;
        ev.on("creds.update", () => {
            auth.credsChanged();
        });
        ev.on("connection.update", (update) => {
            this.#updated(update);
        });
        ev.on("messages.upsert", (upsert) => {
            reception.shown(upsert, this.#keys, () => this.me, this.over);
        });
        ws.on("CB:ack,class:message", (stanza: BinaryNode) => {
            this.#acks.heard(stanza);
        });
        ws.on("CB:receipt", (stanza: BinaryNode) => {
            const receipt = receiptIn(stanza, this.me);
            if (receipt !== undefined) receipts.heard(receipt);
        });
        ws.on("CB:notification", ({ attrs }: BinaryNode) => {
            // The library does nothing with it, and says at last that nobody scanned the QR.
            if (attrs["type"]?.startsWith("passkey") === true) this.listener.passkey();
        });
    }

    #updated({ qr, connection, reachoutTimeLock }: Partial<ConnectionState>): void {
        if (qr !== undefined) this.listener.qr(this, qr);
        if (connection === "open") {
            this.#openedAt = performance.now();
            this.listener.opened(this);
        }
        if (reachoutTimeLock !== undefined) {
            const { isActive, timeEnforcementEnds } = reachoutTimeLock;
            const until = timeEnforcementEnds?.getTime() ?? Date.now() + UNKNOWN_RESTRICTION;
            this.listener.restriction(isActive === true ? until : undefined);
        }
    }

    #untilEnd(): Promise<Ending> {
        return new Promise((resolve) => {
            const end = (failure: unknown): void => {
                const message = failure instanceof Error ? failure.message : "closed";
                const open = this.#openedAt === undefined ? 0 : performance.now() - this.#openedAt;
                resolve({ code: statusOf(failure), message, openMillis: open });
            };
            this.#socket.ev.on("connection.update", ({ connection, lastDisconnect }) => {
                if (connection === "close") end(lastDisconnect?.error);
            });
            // The library tells of an end only after others let it; the wire's own end is enough.
            this.#wire.on("close", () => {
                setTimeout(
                    end,
                    5_000,
                    Object.assign(new Error("the wire ended"), { output: { statusCode: 428 } }),
                ).unref();
            });
        });
    }

    async requestPairingCode(phone: string): Promise<string> {
        return this.#socket.requestPairingCode(phone);
    }

    /** Asks politely, then cuts. */
    async stop(): Promise<void> {
        const cut = setTimeout(() => {
            this.#wire.terminate();
        }, POLITE_MILLIS);
        void this.#socket.end(undefined);
        await this.ended;
        clearTimeout(cut);
    }

    /** Tells WhatsApp to forget this device. */
    async logout(): Promise<void> {
        try {
            await this.#socket.logout();
        } catch (failure) {
            this.around.log.warn(reasonOf(failure), "WhatsApp was not told of the logout");
        }
        await this.stop();
    }

    async jidOf({ pn, lid }: To): Promise<string> {
        if (pn === undefined) return `${lid ?? ""}@lid`;
        const stored = lid === undefined ? undefined : await storedMapping(this.#keys).lidOf(pn);
        return stored !== undefined && stored === lid ? `${lid}@lid` : `${pn}@s.whatsapp.net`;
    }

    async typing(jid: string): Promise<void> {
        await this.#socket.sendPresenceUpdate("composing", jid);
    }

    async send(jid: string, written: Written, id: string, ackMillis: number): Promise<Ack> {
        const send = async (): Promise<void> => {
            await within(
                SEND_MILLIS,
                this.#socket.sendMessage(jid, written.content, { ...written.options, messageId: id }),
            );
            this.around.reception.crash("after-send");
        };
        return this.#acks.during(id, send, ackMillis, this.over);
    }

    async markRead(jid: string, id: string): Promise<void> {
        await within(SEND_MILLIS, this.#socket.readMessages([{ remoteJid: jid, id, fromMe: false }]));
    }

    /** The worst is believed at once; then the server is asked. */
    refused(): void {
        this.listener.restriction(Date.now() + UNKNOWN_RESTRICTION);
        this.#socket.fetchAccountReachoutTimelock().catch((failure: unknown) => {
            this.around.log.warn(reasonOf(failure), "WhatsApp does not say how long new chats are closed");
        });
    }
}

/**
 * The library works off what waited for the device one after the other, and beside it, each for itself, what comes
 * meanwhile: that is through sooner, and so is the second message of somebody whose first has to be looked up. What says
 * that it waited takes its turn; nothing else hangs on the word.
 */
function inTurn(stanza: BinaryNode): void {
    // What was remembered of the stanza stays as it came.
    stanza.attrs = { offline: "0", ...stanza.attrs };
}
