/** What the environment says, read once. Every wrong or missing variable is named in one message. */
export type CrashPoint = "before-publish" | "after-publish" | "after-commit" | "after-receipt" | "after-send";

export interface Timing {
    readonly leaseMillis: number;
    readonly renewMillis: number;
    readonly keepAliveMillis: number;
    readonly ackMillis: number;
    readonly backoffMillis: number;
    readonly wishMillis: number;
    /** The longest that it shows itself typing. */
    readonly typingMillis: number;
}

export interface Settings {
    readonly session: string;
    readonly tables: { readonly keys: string; readonly sessions: string };
    readonly queues: { readonly inbound: string; readonly events: string; readonly commands: string };
    readonly dataSecret: string;
    readonly signingSecret: string;
    readonly logLevel: string;
    readonly aliveFile: string;
    /** The version of WhatsApp Web that we say we are; the client's own when it is not there. */
    readonly version: readonly [number, number, number] | undefined;
    readonly timing: Timing;
    readonly test: TestSettings | undefined;
}

export interface TestSettings {
    readonly whatsAppUrl: string | undefined;
    readonly rootKey: Buffer | undefined;
    readonly crashAt: CrashPoint | undefined;
}

export class BadSettings extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;
type Check<T> = (text: string) => T | undefined;

const CRASH_POINTS: readonly string[] = [
    "before-publish",
    "after-publish",
    "after-commit",
    "after-receipt",
    "after-send",
];

const matching =
    (pattern: RegExp): Check<string> =>
    (text) =>
        pattern.test(text) ? text : undefined;

const httpUrl: Check<string> = (text) =>
    URL.canParse(text) && /^https?:\/\//u.test(text) ? text : undefined;

/** Only this machine: whoever can set a variable must not be able to send the session's keys elsewhere. */
const loopback: Check<string> = (text) =>
    /^ws:\/\/(127\.0\.0\.1|localhost):\d{1,5}\/ws\/chat$/u.test(text) ? text : undefined;

const millis: Check<number> = (text) => (/^[1-9]\d{0,6}$/u.test(text) ? Number(text) : undefined);

const version: Check<[number, number, number]> = (text) => {
    const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/u.exec(text) ?? [];
    return patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
};

export function readSettings(env: Environment): Settings {
    const wrong: string[] = [];
    const testing = env["TEST"] === "1";

    function optional<T>(name: string, check: Check<T>, rule: string): T | undefined {
        const text = env[name];
        if (text === undefined || text === "") return undefined;
        const value = check(text);
        if (value === undefined) wrong.push(`${name} must be ${rule}`);
        return value;
    }
    function required(name: string, check: Check<string>, rule: string): string {
        if (env[name] === undefined || env[name] === "") wrong.push(`${name} is missing: ${rule}`);
        return optional(name, check, rule) ?? "";
    }
    function onlyInTests<T>(name: string, check: Check<T>, rule: string): T | undefined {
        if (env[name] !== undefined && !testing) {
            wrong.push(`${name} is for tests alone and TEST is not 1`);
            return undefined;
        }
        return optional(name, check, rule);
    }
    const time = (name: string, usual: number): number =>
        onlyInTests(name, millis, "milliseconds, a whole number from 1 to 9999999") ?? usual;

    const table = matching(/^[\w.-]{3,255}$/u);
    const secret = matching(/^.{32,}$/su);
    const settings: Settings = {
        session: required(
            "SESSION",
            matching(/^[\w.-]{1,40}$/u),
            "letters, digits, '.', '_', '-', at most 40",
        ),
        tables: {
            keys: required("KEYS_TABLE", table, "a table's name"),
            sessions: required("SESSIONS_TABLE", table, "a table's name"),
        },
        queues: {
            inbound: required("INBOUND_QUEUE_URL", httpUrl, "a queue's URL"),
            events: required("EVENTS_QUEUE_URL", httpUrl, "a queue's URL"),
            commands: required("COMMANDS_QUEUE_URL", httpUrl, "a queue's URL"),
        },
        dataSecret: required("DATA_SECRET", secret, "at least 32 characters"),
        signingSecret: required("SIGNING_SECRET", matching(/^.+$/su), "what signs the queues' messages"),
        logLevel:
            optional("LOG_LEVEL", matching(/^(debug|info|warn|error)$/u), "debug, info, warn or error") ??
            "info",
        aliveFile:
            optional("ALIVE_FILE", matching(/^\//u), "an absolute path") ?? "/tmp/conserje-session-alive",
        version: optional("WHATSAPP_VERSION", version, "three numbers such as 2.3000.1"),
        timing: {
            leaseMillis: time("LEASE_MILLIS", 30_000),
            renewMillis: time("RENEW_MILLIS", 10_000),
            keepAliveMillis: time("KEEPALIVE_MILLIS", 15_000),
            ackMillis: time("ACK_MILLIS", 10_000),
            backoffMillis: time("BACKOFF_MILLIS", 1_000),
            wishMillis: time("WISH_MILLIS", 1_000),
            typingMillis: time("TYPING_MILLIS", 10_000),
        },
        test: {
            whatsAppUrl: onlyInTests("WHATSAPP_URL", loopback, "ws://127.0.0.1:<port>/ws/chat"),
            rootKey: onlyInTests("WHATSAPP_ROOT_KEY", rootKey, "64 hex digits"),
            crashAt: onlyInTests("CRASH_AT", crashPoint, `one of ${CRASH_POINTS.join(", ")}`),
        },
    };
    if (settings.timing.renewMillis * 2 > settings.timing.leaseMillis) {
        wrong.push("RENEW_MILLIS must be at most half of LEASE_MILLIS");
    }
    // The SDK would say so at every single call, and each call is tried again for ever.
    required("AWS_REGION", matching(/^[a-z0-9-]+$/u), "the region of the queues and tables");
    if (wrong.length > 0) throw new BadSettings(wrong.join("; "));
    return testing ? settings : { ...settings, test: undefined };
}

const rootKey: Check<Buffer> = (text) =>
    /^[0-9a-f]{64}$/iu.test(text) ? Buffer.from(text, "hex") : undefined;

const crashPoint: Check<CrashPoint> = (text) =>
    CRASH_POINTS.includes(text) ? (text as CrashPoint) : undefined;
