import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { keepAlive } from "./alive.js";
import { AuthStore } from "./auth-store.js";
import { crashAt } from "./crash.js";
import { Door } from "./door.js";
import { DynamoStore } from "./dynamo.js";
import { type Die, STATUS } from "./end.js";
import { Events } from "./events.js";
import { Inbound } from "./inbound.js";
import { CLOCK, Lease } from "./lease.js";
import { type Log, reasonOf } from "./log.js";
import { fetchMedia } from "./media.js";
import { Outbound } from "./outbound.js";
import { pause, persist } from "./pause.js";
import { SqsInbox, SqsOutbox } from "./queues.js";
import { Receipts, sentName } from "./receipts.js";
import { Reception } from "./reception.js";
import { Seal } from "./sealing.js";
import { Session } from "./session.js";
import type { Settings } from "./settings.js";
import { Status } from "./status.js";
import { LeaseLost } from "./store.js";
import { recall, watchWishes } from "./operator.js";

/** ECS kills after its own time; this is well before it. */
const MOST_STOP_MILLIS = 9_000;
const IN_FLIGHT_MILLIS = 5_000;
const POLITE_MILLIS = 2_000;
const SENT_SECONDS = 30 * 86_400;

/** Puts the parts together, and takes them apart in order when asked to end. */
export async function run(
    settings: Settings,
    log: Log,
    dynamo: DynamoDBClient,
    sqs: SQSClient,
): Promise<void> {
    const stop = new AbortController();
    const die: Die = (status, why) => {
        log.fatal({ status }, why);
        process.exit(status);
    };
    process.once("SIGTERM", () => {
        log.info("asked to end");
        stop.abort();
        setTimeout(() => {
            log.warn("it ends although not all has ended");
            process.exit(STATUS.asked);
        }, MOST_STOP_MILLIS);
    });
    keepAlive(settings.aliveFile);

    const store = new DynamoStore(dynamo, settings.tables, settings.session);
    const lease = new Lease(store, settings.timing, CLOCK, die, log, pause);
    if (!(await lease.acquire(stop.signal))) process.exit(STATUS.asked);
    log.info({ fence: lease.fence }, "the lease is ours");
    // Not ended by SIGTERM: the lease is kept to the last moment.
    const finished = new AbortController();
    void lease.keep(finished.signal);

    const status = new Status(store, lease, die, log, pause);
    const auth = new AuthStore(store, new Seal(settings.dataSecret), lease, die, log, pause);
    const crash = crashAt(settings.test?.crashAt);
    const outbox = (url: string): SqsOutbox => new SqsOutbox(sqs, url, settings.signingSecret);
    const events = new Events(outbox(settings.queues.events), settings.session, lease, log, pause);
    const inbound = new Inbound(outbox(settings.queues.inbound), lease, crash, log, pause);
    const door = new Door();
    const session = new Session({
        settings,
        auth,
        lease,
        log,
        status,
        door,
        sleep: pause,
        reception: new Reception(settings.session, lease, inbound, status.counts, crash, log),
        receipts: new Receipts(store, events, stop.signal, log, pause),
        leave: async () => {
            await Promise.race([status.settled(), pause(3_000)]);
            lease.check();
            await lease.release().catch(() => undefined);
            return die(STATUS.replaced, "another device of the same name replaced it");
        },
    });
    const lost = (failure: unknown): boolean =>
        failure instanceof LeaseLost && die(STATUS.leaseLost, "the lease is lost: a write was refused");
    const outbound = new Outbound({
        inbox: new SqsInbox(sqs, settings.queues.commands),
        events,
        opened: (signal) => door.opened(signal),
        remember: (command, signal) =>
            persist(
                () => {
                    const expiresAt = Math.floor(Date.now() / 1000) + SENT_SECONDS;
                    return store.write(lease.fence, [
                        { sk: sentName(command.id), ref: command.ref, expiresAt },
                    ]);
                },
                { first: 100, cap: 5_000, sleep: pause, signal, hopeless: lost },
            ),
        fetch: (url) => fetchMedia(url, settings.test !== undefined),
        ackMillis: settings.timing.ackMillis,
        typingMillis: settings.timing.typingMillis,
        crash,
        log,
        sleep: pause,
        sent: () => status.counts.out++,
    });

    await recall(store, status, session, auth, stop.signal);
    lease.onRenewal(() => {
        session.review();
        status.publish();
        status.tell(performance.now());
    });
    void watchWishes(store, status, session, settings, log, stop.signal);
    const running = session.run(stop.signal);
    const sending = outbound.run(stop.signal);
    await new Promise((resolve) => {
        stop.signal.addEventListener("abort", resolve);
    });
    await Promise.race([sending, pause(IN_FLIGHT_MILLIS)]);
    // What stays open now is closed.
    await Promise.race([Promise.all([session.stop(), running]), pause(POLITE_MILLIS)]);
    await auth.quiet();
    // Whoever starts next must not log in with what WhatsApp threw out.
    if (status.fields.state !== "logged_out") status.enter("starting");
    await status.settled();
    finished.abort();
    await lease.release().catch((failure: unknown) => {
        log.warn(reasonOf(failure), "the lease could not be given back");
    });
    log.info("ended");
    process.exit(STATUS.asked);
}
