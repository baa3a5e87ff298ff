import type { Lease } from "./lease.js";
import { type Log, reasonOf } from "./log.js";
import { persist, type Sleep } from "./pause.js";
import { bodyOf, type Outbox } from "./queues.js";

export interface Event {
    readonly type: "sent" | "delivered" | "read" | "played" | "failed";
    readonly id: string;
    readonly ref: string | undefined;
    readonly t?: number;
    readonly code?: string;
    readonly reason?: string;
}

/** Tells what became of our messages. */
export class Events {
    constructor(
        private readonly outbox: Outbox,
        private readonly session: string,
        private readonly lease: Pick<Lease, "fence">,
        private readonly log: Log,
        private readonly sleep: Sleep,
    ) {}

    /** Tries until it is told, or `signal` comes; `meanwhile` is called after each try that failed. */
    async tell(
        event: Event,
        signal: AbortSignal | undefined,
        meanwhile: () => void = () => undefined,
    ): Promise<void> {
        const { type, id, ...rest } = event;
        const t = event.t ?? Math.floor(Date.now() / 1000);
        const body = bodyOf({ v: 1, type, session: this.session, fence: this.lease.fence, id, ...rest, t });
        await persist(() => this.outbox.send(body), {
            first: 200,
            cap: 10_000,
            sleep: this.sleep,
            signal,
            onFailure: (failure) => {
                this.log.warn(reasonOf(failure), "the events' queue does not take an event");
                meanwhile();
            },
        });
    }
}
