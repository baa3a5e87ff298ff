import assert from "node:assert/strict";
import { test } from "node:test";
import { BadSettings, readSettings } from "../src/settings.js";

const GOOD = {
    SESSION: "front",
    KEYS_TABLE: "session-keys",
    SESSIONS_TABLE: "sessions",
    INBOUND_QUEUE_URL: "https://sqs.example/1/in.fifo",
    EVENTS_QUEUE_URL: "https://sqs.example/1/events",
    COMMANDS_QUEUE_URL: "https://sqs.example/1/commands.fifo",
    DATA_SECRET: "x".repeat(32),
    SIGNING_SECRET: "s",
    AWS_REGION: "us-east-1",
};

const refusal = (env: Record<string, string>): string => {
    try {
        readSettings(env);
    } catch (failure) {
        assert.ok(failure instanceof BadSettings);
        return failure.message;
    }
    return assert.fail("it was taken");
};

test("what is usual needs no variable", () => {
    const settings = readSettings(GOOD);
    assert.equal(settings.timing.leaseMillis, 30_000);
    assert.equal(settings.logLevel, "info");
    assert.equal(settings.test, undefined);
});

test("every wrong or missing variable is in one message, and no secret is", () => {
    const rest = { ...GOOD, SESSION: "" };
    const message = refusal({
        ...rest,
        DATA_SECRET: "short-secret",
        LOG_LEVEL: "loud",
        EVENTS_QUEUE_URL: "nowhere",
    });
    for (const name of ["SESSION", "DATA_SECRET", "LOG_LEVEL", "EVENTS_QUEUE_URL"])
        assert.match(message, new RegExp(name, "u"));
    assert.doesNotMatch(message, /short-secret/u);
});

for (const name of [
    "WHATSAPP_URL",
    "WHATSAPP_ROOT_KEY",
    "LEASE_MILLIS",
    "BACKOFF_MILLIS",
    "TYPING_MILLIS",
    "CRASH_AT",
]) {
    test(`${name} is refused without TEST=1`, () => {
        assert.match(refusal({ ...GOOD, [name]: "1" }), new RegExp(`${name} is for tests alone`, "u"));
    });
}

test("in a test WhatsApp is on this machine and nowhere else", () => {
    const testing = { ...GOOD, TEST: "1" };
    assert.equal(
        readSettings({ ...testing, WHATSAPP_URL: "ws://127.0.0.1:99/ws/chat" }).test?.whatsAppUrl,
        "ws://127.0.0.1:99/ws/chat",
    );
    assert.match(refusal({ ...testing, WHATSAPP_URL: "ws://example.com:99/ws/chat" }), /WHATSAPP_URL/u);
});
