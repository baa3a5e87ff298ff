import assert from "node:assert/strict";
import { test } from "node:test";
import { proto } from "baileys";
import { AuthStore } from "../src/auth-store.js";
import { STATUS } from "../src/end.js";
import { Seal } from "../src/sealing.js";
import { Died, die, FakeStore, SILENT } from "./fakes.js";

const lasting = new AbortController().signal;
const noSleep = (): Promise<void> => Promise.resolve();

function over(store: FakeStore): AuthStore {
    const lease = { fence: 1, check: (): void => undefined };
    return new AuthStore(store, new Seal("k".repeat(32)), lease, die, SILENT, noSleep);
}

test("keys come back as they were, sealed in between", async () => {
    const store = new FakeStore();
    const keys = over(store).keysFor(lasting);
    const pair = { public: Buffer.from("pub"), private: Buffer.from("priv") };
    await keys.set({ "pre-key": { "1": pair }, "lid-mapping": { "507": "800" } });
    assert.deepEqual(await keys.get("pre-key", ["1", "2"]), { "1": pair });
    assert.deepEqual(await keys.get("lid-mapping", ["507"]), { "507": "800" });
    for (const { sealed } of store.items.values()) assert.ok(!Buffer.from(sealed ?? []).includes("pub"));
    await keys.set({ "pre-key": { "1": null } });
    assert.deepEqual(await keys.get("pre-key", ["1"]), {});
});

test("a synchronisation key comes back as the library's own type", async () => {
    const keys = over(new FakeStore()).keysFor(lasting);
    await keys.set({
        "app-state-sync-key": { a: proto.Message.AppStateSyncKeyData.fromObject({ keyData: "a2V5" }) },
    });
    const found = await keys.get("app-state-sync-key", ["a"]);
    assert.ok(found["a"] instanceof proto.Message.AppStateSyncKeyData);
    assert.equal(Buffer.from(found["a"].keyData ?? []).toString(), "key");
});

test("812 pre-keys are nine transactions of at most 99", async () => {
    const store = new FakeStore();
    const one = { public: Buffer.alloc(1), private: Buffer.alloc(1) };
    const many = Object.fromEntries(Array.from({ length: 812 }, (_, i) => [String(i), one]));
    await over(store).keysFor(lasting).set({ "pre-key": many });
    assert.deepEqual(
        store.writes.map((changes) => changes.length),
        [...Array.from({ length: 8 }, () => 99), 20],
    );
});

test("a throttled table is neither an error nor an empty answer", async () => {
    const store = new FakeStore();
    const keys = over(store).keysFor(lasting);
    store.trouble = 5;
    await keys.set({ "lid-mapping": { "507": "800" } });
    store.trouble = 5;
    assert.deepEqual(await keys.get("lid-mapping", ["507"]), { "507": "800" });
});

test("a write that is refused ends the process", async () => {
    const store = new FakeStore();
    store.lease = { owner: "other", fence: 2, expires: 0 };
    const write = Promise.resolve(
        over(store)
            .keysFor(lasting)
            .set({ "lid-mapping": { a: "b" } }),
    );
    await assert.rejects(write, (failure) => failure instanceof Died && failure.status === STATUS.leaseLost);
});

test("a connection that is over writes nothing any more", async () => {
    const store = new FakeStore();
    const keys = over(store).keysFor(AbortSignal.abort());
    await assert.rejects(Promise.resolve(keys.set({ "lid-mapping": { a: "b" } })));
    assert.equal(store.writes.length, 0);
});

test("credentials survive a restart; a pairing code that nobody typed is not a pairing", async () => {
    const store = new FakeStore();
    const first = over(store);
    first.creds.me = { id: "507@s.whatsapp.net" };
    first.credsChanged();
    await first.quiet();
    const second = over(store);
    await second.load();
    assert.deepEqual(second.creds.noiseKey, first.creds.noiseKey);
    assert.equal(second.paired, false);
    await second.startOver();
    assert.equal(second.creds.me, undefined);
    assert.equal(store.items.size, 0);
});
