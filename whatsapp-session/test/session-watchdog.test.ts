import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { readSettings } from "../src/settings.js";
import { Watchdog } from "../src/watchdog.js";

/** As in production: nothing of the timing is set. */
const { keepAliveMillis } = readSettings({
    SESSION: "front",
    KEYS_TABLE: "keys",
    SESSIONS_TABLE: "sessions",
    INBOUND_QUEUE_URL: "https://sqs.example/inbound.fifo",
    EVENTS_QUEUE_URL: "https://sqs.example/events",
    COMMANDS_QUEUE_URL: "https://sqs.example/commands.fifo",
    SIGNING_SECRET: "s".repeat(32),
    DATA_SECRET: "d".repeat(32),
    AWS_REGION: "us-east-1",
}).timing;

interface Line {
    readonly dog: Watchdog;
    cutAfter: number | undefined;
    pass(seconds: number): void;
}

function line(t: TestContext): Line {
    t.mock.timers.enable({ apis: ["setInterval"] });
    let now = 0;
    const made = {
        cutAfter: undefined as number | undefined,
        pass(seconds: number): void {
            for (let i = 0; i < seconds; i++) {
                now += 1000;
                t.mock.timers.tick(1000);
            }
        },
    };
    const dog = new Watchdog(
        keepAliveMillis,
        () => {
            made.cutAfter ??= now / 1000;
        },
        () => now,
    );
    t.after(() => {
        dog.stop();
    });
    return Object.assign(made, { dog });
}

test("a line on which nothing comes is cut within 45 seconds", (t) => {
    const half = line(t);

    half.pass(45);

    assert.ok(half.cutAfter !== undefined && half.cutAfter > 30, `after ${half.cutAfter ?? "never"} s`);
});

test("a line on which the answers to pings come stays", (t) => {
    const whole = line(t);

    for (let ping = 0; ping < 20; ping++) {
        whole.pass(keepAliveMillis / 1000);
        whole.dog.heard();
    }

    assert.equal(whole.cutAfter, undefined);
});
