import type { Crash } from "./crash.js";
import { cuts, type Envelope } from "./envelope.js";
import { keyOf } from "./chat.js";
import type { Lease } from "./lease.js";
import { type Log, reasonOf } from "./log.js";
import { persist, type Sleep } from "./pause.js";
import { bodyOf, type Outbox } from "./queues.js";

/** SQS takes 256 KiB of body and attributes. */
const MOST_BYTES = 256 * 1024 - 1024;

/** Puts what customers say into the queue, and comes back only when it is there. */
export class Inbound {
    constructor(
        private readonly outbox: Outbox,
        private readonly lease: Pick<Lease, "check">,
        private readonly crash: Crash,
        private readonly log: Log,
        private readonly sleep: Sleep,
    ) {}

    /** Tries for ever while the connection lasts: there is nobody else to whom the message could be left. */
    async publish(envelope: Envelope, connection: AbortSignal): Promise<void> {
        let bodies = [envelope, ...cuts(envelope)]
            .map(bodyOf)
            .filter((body) => Buffer.byteLength(body) <= MOST_BYTES);
        const order = { group: keyOf(envelope.chat), once: `${envelope.session}:${envelope.id}` };
        this.crash("before-publish");
        await persist(
            async () => {
                this.lease.check();
                await this.outbox.send(bodies[0] ?? "{}", order);
            },
            {
                first: 200,
                cap: 10_000,
                sleep: this.sleep,
                signal: connection,
                onFailure: (failure) => {
                    this.log.warn(reasonOf(failure), "the inbound queue does not take a message");
                    // Refused for what it says: the same again would be refused for ever, and all behind it would wait.
                    if (refused(failure) && bodies.length > 1) bodies = bodies.slice(1);
                },
            },
        );
        this.crash("after-publish");
    }
}

const refused = (failure: unknown): boolean =>
    failure instanceof Error && /InvalidMessageContents|MessageTooLong/u.test(failure.name);
