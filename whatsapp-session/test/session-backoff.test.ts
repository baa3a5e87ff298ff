import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff, GivenUp, persist, slowPause } from "../src/pause.js";
import { isSilent } from "../src/watchdog.js";
import { illness } from "../src/alive.js";

test("pauses double to five minutes, with full jitter", () => {
    const highest = [0, 1, 2, 3, 20].map((attempt) => backoff(attempt, 1_000, 300_000, 1));
    assert.deepEqual(highest, [1_000, 2_000, 4_000, 8_000, 300_000]);
    assert.equal(backoff(5, 1_000, 300_000, 0), 0);
});

test("slow is from 5 to 15 minutes", () => {
    assert.deepEqual([slowPause(1_000, 0), slowPause(1_000, 1)], [300_000, 900_000]);
});

test("it tries for ever, but not what is hopeless and not when it is given up", async () => {
    const sleep = (): Promise<void> => Promise.resolve();
    let tries = 0;
    const work = (): Promise<number> =>
        ++tries < 50 ? Promise.reject(new Error("away")) : Promise.resolve(tries);
    assert.equal(await persist(work, { first: 1, cap: 1, sleep }), 50);
    const failing = (): Promise<never> => Promise.reject(new Error("bad"));
    await assert.rejects(persist(failing, { first: 1, cap: 1, sleep, hopeless: () => true }), /bad/u);
    await assert.rejects(persist(failing, { first: 1, cap: 1, sleep, signal: AbortSignal.abort() }), GivenUp);
});

test("a silent link is noticed well within 45 s", () => {
    assert.equal(isSilent(0, 37_000, 15_000), false);
    assert.equal(isSilent(0, 38_000, 15_000), true);
});

test("the health check knows a process that hangs", () => {
    assert.equal(illness(0, 20_000), undefined);
    assert.match(illness(0, 61_000) ?? "", /61 s ago/u);
    assert.match(illness(undefined, 0) ?? "", /has not said/u);
});
