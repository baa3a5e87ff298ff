import { Browsers, makeWASocket, WA_CERT_DETAILS, type SignalKeyStore, type WASocket } from "baileys";
import { makeLibSignalRepository } from "baileys/lib/Signal/libsignal.js";
import type { AuthStore } from "./auth-store.js";
import { durable, type Receiving } from "./durable.js";
import { libraryLog, type Log } from "./log.js";
import { PlainAgent } from "./plain-agent.js";
import type { Settings } from "./settings.js";

/** What the library keeps to itself of the connection below it. */
export interface Wire {
    send: (...args: unknown[]) => unknown;
    terminate: () => void;
    on: (event: string, listener: () => void) => unknown;
}

const QUERY_TIMEOUT = 20_000;

export function openSocket(
    settings: Settings,
    auth: AuthStore,
    keys: SignalKeyStore,
    receiving: Receiving,
    log: Log,
): { socket: WASocket; wire: Wire } {
    const test = settings.test;
    // The root of the mock's certificates; without TEST=1 there is none, and WhatsApp's own stays.
    if (test?.rootKey !== undefined) WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(test.rootKey);
    const socket = makeWASocket({
        auth: { creds: auth.creds, keys },
        logger: libraryLog(log),
        // A name of our own is refused with pairing codes.
        browser: Browsers.ubuntu("Chrome"),
        markOnlineOnConnect: false,
        // Not the whole history, but not none either: with none the first pairs of numbers never come.
        syncFullHistory: false,
        emitOwnEvents: false,
        keepAliveIntervalMs: settings.timing.keepAliveMillis,
        defaultQueryTimeoutMs: QUERY_TIMEOUT,
        // The store tries for ever itself.
        transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
        makeSignalRepository: durable(makeLibSignalRepository, receiving),
        ...(settings.version === undefined ? {} : { version: [...settings.version] }),
        ...(test?.whatsAppUrl === undefined
            ? {}
            : { waWebSocketUrl: test.whatsAppUrl, fetchAgent: new PlainAgent() }),
    });
    const { socket: wire } = socket.ws as unknown as { socket: Wire };
    return { socket, wire };
}
