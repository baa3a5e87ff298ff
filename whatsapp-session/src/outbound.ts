import type { Ack } from "./acks.js";
import { type Command, type Read, readCommand, type Send, type To } from "./commands.js";
import { type Fetch, Unsendable, write, type Written } from "./content.js";
import type { Crash } from "./crash.js";
import type { Event, Events } from "./events.js";
import { type Log, reasonOf, statusOf } from "./log.js";
import { pause, type Sleep } from "./pause.js";
import type { Inbox, Taken } from "./queues.js";

/** An open connection, as the commands see it. */
export interface Link {
    readonly over: AbortSignal;
    readonly restricted: boolean;
    jidOf(to: To): Promise<string>;
    typing(jid: string): Promise<void>;
    send(jid: string, written: Written, id: string, ackMillis: number): Promise<Ack>;
    markRead(jid: string, id: string): Promise<void>;
    /** The server says that we may not begin chats. */
    refused(): void;
}

export interface Outgoing {
    readonly inbox: Inbox;
    readonly events: Events;
    /** Waits for an open connection; none when `stop` came first. */
    readonly opened: (stop: AbortSignal) => Promise<Link | undefined>;
    readonly remember: (command: Send, signal: AbortSignal) => Promise<void>;
    readonly fetch: Fetch;
    readonly ackMillis: number;
    readonly typingMillis: number;
    readonly crash: Crash;
    readonly log: Log;
    readonly sleep: Sleep;
    readonly sent: () => void;
}

/** A queue gives one message of a group at a time, so that many at once are many contacts. */
const AT_ONCE = 4;
/** In times of an acknowledgement, which is 10 s: what is asked for, and longer than a try of a text and of a file. */
const WAIT = 2;
const HIDDEN = 6;
const HIDDEN_WITH_MEDIA = 18;
const RESTRICTED = "463";

/** Takes commands while the connection is open, and leaves in the queue what the server did not acknowledge. */
export class Outbound {
    constructor(private readonly o: Outgoing) {}

    async run(stop: AbortSignal): Promise<void> {
        await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(stop)));
    }

    async #work(stop: AbortSignal): Promise<void> {
        while (!stop.aborted) {
            const link = await this.o.opened(stop);
            if (link === undefined) return;
            const closing = AbortSignal.any([stop, link.over]);
            try {
                const taken = await this.o.inbox.take(
                    Math.min(20, this.#seconds(WAIT)),
                    this.#seconds(HIDDEN),
                    closing,
                );
                if (taken !== undefined) await this.#obey(taken, link);
            } catch (failure) {
                if (closing.aborted) continue;
                this.o.log.warn(reasonOf(failure), "the commands' queue does not answer");
                await this.o.sleep(500 + 2_000 * Math.random(), closing);
            }
        }
    }

    async #obey(taken: Taken, link: Link): Promise<void> {
        const command = readCommand(taken.body);
        try {
            await this.#do(command, taken, link);
        } catch (failure) {
            this.o.log.warn({ ...reasonOf(failure), type: command.type }, "a command is left to come again");
            await this.#again(taken);
        }
    }

    async #do(command: Command, taken: Taken, link: Link): Promise<void> {
        switch (command.type) {
            case "unreadable":
                this.o.log.warn(
                    { reason: command.reason },
                    "a command cannot be read and is left to the dead letters",
                );
                await this.o.inbox.hide(taken.handle, 1);
                return;
            case "unsendable":
                await this.#finish(taken, failed(command, "unsendable", command.reason));
                return;
            case "read":
                await this.#read(command, link);
                await this.o.inbox.remove(taken.handle);
                return;
            case "send":
                await this.#send(command, taken, link);
        }
    }

    async #send(command: Send, taken: Taken, link: Link): Promise<void> {
        if (command.expiresAt !== undefined && command.expiresAt * 1000 <= Date.now()) {
            await this.#finish(taken, failed(command, "expired", "its time had passed"));
            return;
        }
        if (command.unasked && link.restricted) {
            await this.#finish(taken, failed(command, "restricted", "new chats are closed"));
            return;
        }
        try {
            const ack = await this.#try(command, taken, link);
            if (ack.kind === "none") {
                this.o.log.warn({ id: command.id }, "no acknowledgement: the command is left to come again");
                await this.#again(taken);
            } else if (ack.kind === "error") {
                if (ack.code === RESTRICTED) link.refused();
                await this.#finish(taken, dated(failed(command, ack.code, "the server refused it"), ack.t));
            } else {
                this.o.sent();
                const sent: Event = { type: "sent", id: command.id, ref: command.ref };
                await this.#finish(taken, dated(sent, ack.t));
            }
        } catch (failure) {
            if (!hopeless(failure)) throw failure;
            const event = failed(command, "unsendable", reasonOf(failure).error);
            if (command.ref === undefined) await this.o.inbox.hide(taken.handle, 1);
            else await this.#finish(taken, event);
        }
    }

    async #try(command: Send, taken: Taken, link: Link): Promise<Ack> {
        if ("url" in command.content) await this.o.inbox.hide(taken.handle, this.#seconds(HIDDEN_WITH_MEDIA));
        const jid = await link.jidOf(command.to);
        const written = await write(command.content, jid, this.o.fetch);
        // Before it is sent: its receipts may come at once.
        await this.o.remember(command, link.over);
        if (command.typingMillis > 0) {
            await link.typing(jid);
            await pause(Math.min(command.typingMillis, this.o.typingMillis), link.over);
        }
        return link.send(jid, written, command.id, this.o.ackMillis);
    }

    async #read(command: Read, link: Link): Promise<void> {
        const jid = await link.jidOf(command.to);
        await link.markRead(jid, command.id);
        if (command.typing) await link.typing(jid);
    }

    /** Told first, deleted after: a command whose end nobody heard of comes again. */
    async #finish(taken: Taken, event: Event): Promise<void> {
        await this.o.events.tell(event, undefined, () => {
            this.o.inbox.hide(taken.handle, this.#seconds(HIDDEN)).catch(() => undefined);
        });
        await this.o.inbox.remove(taken.handle);
    }

    #seconds(acknowledgements: number): number {
        return Math.max(1, Math.ceil((this.o.ackMillis / 1000) * acknowledgements));
    }

    async #again(taken: Taken): Promise<void> {
        const seconds = this.#seconds(0.5 + Math.random());
        await this.o.inbox.hide(taken.handle, seconds).catch((failure: unknown) => {
            this.o.log.warn(reasonOf(failure), "a command comes again only when its time is over");
        });
    }
}

const failed = (command: { id: string; ref: string | undefined }, code: string, reason: string): Event => ({
    type: "failed",
    id: command.id,
    ref: command.ref,
    code,
    reason,
});

/** By the server's clock, as its receipts are, where it says the time. */
const dated = (event: Event, t: number | undefined): Event => (t === undefined ? event : { ...event, t });

/** 400 is the library's word for content that it cannot make a message of. */
const hopeless = (failure: unknown): boolean => failure instanceof Unsendable || statusOf(failure) === 400;
