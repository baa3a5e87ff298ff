import assert from "node:assert/strict";
import { test } from "node:test";
import { receiptIn } from "../src/receipts.js";
import { interrupted, wishIn } from "../src/wishes.js";

const ME = { pn: "50711111111", lid: "911111111111" };
const receipt = (attrs: Record<string, string>): ReturnType<typeof receiptIn> =>
    receiptIn({ tag: "receipt", attrs: { id: "3A", from: "800000000001@lid", t: "9", ...attrs } }, ME);

test("what a customer's phone says of our messages", () => {
    assert.deepEqual(receipt({}), { type: "delivered", ids: ["3A"], t: 9 });
    assert.equal(receipt({ type: "read" })?.type, "read");
    assert.equal(receipt({ type: "played" })?.type, "played");
});

test("one receipt may be about many", () => {
    const items = [{ tag: "list", attrs: {}, content: [{ tag: "item", attrs: { id: "3B" } }] }];
    assert.deepEqual(
        receiptIn({ tag: "receipt", attrs: { id: "3A", from: "8@lid", type: "read" }, content: items }, ME)
            ?.ids,
        ["3A", "3B"],
    );
});

test("what our own devices say is not a receipt, nor is a request to repeat", () => {
    assert.equal(receipt({ from: "911111111111:3@lid" }), undefined);
    assert.equal(receipt({ recipient: "50760000001@s.whatsapp.net" }), undefined);
    assert.equal(receipt({ type: "retry" }), undefined);
    assert.equal(receipt({ type: "sender" }), undefined);
});

test("a wish is taken up once", () => {
    assert.deepEqual(wishIn({ id: "1", wish: "pair-qr" }, undefined), { id: "1", wish: "pair-qr" });
    assert.equal(wishIn({ id: "1", wish: "pair-qr" }, "1"), undefined);
    assert.equal(wishIn({ id: "2", wish: "dance" }, "1"), undefined);
    assert.equal(wishIn({ id: "2", wish: "pair-code", phone: "+507 6" }, "1"), undefined);
});

test("a pairing that a restart interrupted goes on for ten minutes", () => {
    const wish = { id: "1", wish: "pair-code", phone: "50760000001" };
    const state = { state: "pairing", wish: "1", sinceMillis: 0 };
    assert.deepEqual(interrupted(wish, state, 60_000), wish);
    assert.equal(interrupted(wish, state, 700_000), undefined);
    assert.equal(interrupted(wish, { ...state, state: "open" }, 60_000), undefined);
    assert.equal(interrupted({ ...wish, id: "2" }, state, 60_000), undefined);
});
