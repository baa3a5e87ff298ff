import assert from "node:assert/strict";
import { test } from "node:test";
import { STATUS } from "../src/end.js";
import { type Clock, elapsed, Lease, now } from "../src/lease.js";
import type { Sleep } from "../src/pause.js";
import { Died, die, FakeStore, SILENT } from "./fakes.js";

class Hands implements Clock {
    wallNow = 1_000_000;
    steadyNow = 50;
    wall = (): number => this.wallNow;
    steady = (): number => this.steadyNow;
    forward(millis: number): void {
        this.wallNow += millis;
        this.steadyNow += millis;
    }
}

const TERMS = { leaseMillis: 30_000, renewMillis: 10_000 };
const never = new AbortController().signal;
const dies = (work: () => void): void => {
    assert.throws(work, (failure) => failure instanceof Died && failure.status === STATUS.leaseLost);
};

function lease(store: FakeStore, clock: Hands, sleep: Sleep): Lease {
    return new Lease(store, TERMS, clock, die, SILENT, sleep);
}

function waiting(clock: Hands): Sleep {
    return (millis) => {
        clock.forward(millis);
        return Promise.resolve();
    };
}

test("the lease of somebody else is waited for, and the fence grows", async () => {
    const [store, clock] = [new FakeStore(), new Hands()];
    store.lease = { owner: "other", fence: 6, expires: clock.wall() + 30_000 };
    const ours = lease(store, clock, waiting(clock));
    assert.equal(await ours.acquire(never), true);
    assert.equal(ours.fence, 7);
    assert.ok(clock.wall() > 1_030_000);
});

test("a table that does not answer is asked again", async () => {
    const [store, clock] = [new FakeStore(), new Hands()];
    store.trouble = 3;
    assert.equal(await lease(store, clock, waiting(clock)).acquire(never), true);
});

test("what was not renewed in time is not used", async () => {
    const [store, clock] = [new FakeStore(), new Hands()];
    const ours = lease(store, clock, waiting(clock));
    await ours.acquire(never);
    clock.forward(29_999);
    ours.check();
    clock.forward(1);
    dies(() => {
        ours.check();
    });
});

test("a machine that slept knows by its wall clock, one that was set back by its steady one", () => {
    const clock = new Hands();
    const then = now(clock);
    clock.wallNow += 40_000;
    assert.equal(elapsed(then, clock), 40_000);
    clock.wallNow -= 90_000;
    clock.steadyNow += 31_000;
    assert.equal(elapsed(then, clock), 31_000);
});

test("a renewal that is refused ends the process", async () => {
    const [store, clock] = [new FakeStore(), new Hands()];
    const ours = lease(store, clock, waiting(clock));
    await ours.acquire(never);
    store.lease = { owner: "other", fence: 2, expires: 0 };
    await assert.rejects(
        ours.keep(never),
        (failure) => failure instanceof Died && failure.status === STATUS.leaseLost,
    );
});

test("renewals that fail are tried again until the lease is over", async () => {
    const [store, clock] = [new FakeStore(), new Hands()];
    const ours = lease(store, clock, waiting(clock));
    await ours.acquire(never);
    store.trouble = 1_000;
    await assert.rejects(ours.keep(never), /too long ago/u);
    assert.ok(1_000 - store.trouble > 10);
});

test("what is released can be taken at once", async () => {
    const [store, clock] = [new FakeStore(), new Hands()];
    const ours = lease(store, clock, waiting(clock));
    await ours.acquire(never);
    await ours.release();
    const slept: number[] = [];
    const next = lease(store, clock, (millis) => {
        slept.push(millis);
        return Promise.resolve();
    });
    assert.equal(await next.acquire(never), true);
    assert.deepEqual(slept, []);
});
