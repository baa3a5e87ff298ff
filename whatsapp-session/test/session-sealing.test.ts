import assert from "node:assert/strict";
import { test } from "node:test";
import { Seal } from "../src/sealing.js";

const seal = new Seal("k".repeat(32));

test("what was sealed opens where it was sealed", () => {
    const sealed = seal.close(Buffer.from("secret"), "S#front", "CREDS");
    assert.equal(seal.open(sealed, "S#front", "CREDS").toString(), "secret");
    assert.ok(!sealed.includes("secret"));
});

test("it opens nowhere else, with no other secret, and not when a bit was changed", () => {
    const sealed = seal.close(Buffer.from("secret"), "S#front", "CREDS");
    assert.throws(() => seal.open(sealed, "S#other", "CREDS"));
    assert.throws(() => seal.open(sealed, "S#front", "K#session#1"));
    assert.throws(() => new Seal("j".repeat(32)).open(sealed, "S#front", "CREDS"));
    const changed = Buffer.from(sealed);
    changed[14] = (changed[14] ?? 0) ^ 1;
    assert.throws(() => seal.open(changed, "S#front", "CREDS"));
    assert.throws(() => seal.open(Buffer.alloc(5), "S#front", "CREDS"), /too short/u);
});

test("the same twice does not look the same", () => {
    const once = seal.close(Buffer.from("x"), "a", "b");
    assert.notDeepEqual(once, seal.close(Buffer.from("x"), "a", "b"));
});
