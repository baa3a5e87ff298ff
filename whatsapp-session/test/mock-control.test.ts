import assert from "node:assert/strict";
import { test } from "node:test";
import { Driver } from "./mock-harness.js";

const MESSAGES = "/phones/50760000001/messages";

for (const [method, path, body, status, error] of [
    ["POST", MESSAGES, {}, 400, "body: "],
    ["POST", MESSAGES, { text: "" }, 400, "text: "],
    ["POST", MESSAGES, { text: "a", times: 0 }, 400, "times: "],
    ["POST", MESSAGES, { text: "a", viaLid: "yes" }, 400, "viaLid: "],
    ["POST", MESSAGES, { image: { base64: "?", mimetype: "image/png" } }, 400, "image.base64: "],
    ["POST", MESSAGES, { location: { latitude: 1 } }, 400, "location.longitude: "],
    ["POST", "/phones/12x/messages", { text: "a" }, 400, "number: "],
    ["GET", `${MESSAGES}?after=-2`, undefined, 400, "after: "],
    ["GET", `${MESSAGES}?wait=-1`, undefined, 400, "wait: "],
    ["POST", "/scan", {}, 400, "qr: "],
    ["POST", "/scan", { qr: "a,b,c,d" }, 409, "no device"],
    ["POST", "/type-code", { code: "ABCD1234" }, 409, "no device"],
    ["POST", "/kick", { reason: "515" }, 409, "no device"],
    ["POST", "/kick", { reason: "418" }, 400, "reason: "],
    ["POST", "/refuse", { code: "418" }, 400, "code: "],
    ["POST", "/acks", { mode: "loud" }, 400, "mode: "],
    ["POST", "/phones/50760000001/receipts", { auto: ["seen"] }, 400, "auto: "],
    ["POST", "/own-phone/messages", { to: "1", text: "a" }, 400, "to: "],
    ["POST", "/media", { status: 200 }, 400, "status: "],
    ["POST", "/clock", { at: "noon" }, 400, "at: "],
    ["GET", "/nowhere", undefined, 404, "there is no"],
] as const) {
    void test(`${method} ${path} ${JSON.stringify(body ?? "")} is refused: ${error}`, async (t) => {
        const driver = await Driver.start(t);

        const answer = await driver.call(method, path, body);

        assert.equal(answer.status, status);
        assert.ok(String(answer.body["error"]).startsWith(error), JSON.stringify(answer.body));
    });
}

void test("who asks for news waits for them", async (t) => {
    const driver = await Driver.start(t);

    const news = driver.get<{ contact: string; next: number; messages: { text: string }[] }>(
        `${MESSAGES}?wait=10000`,
    );
    await driver.post(MESSAGES, { text: "hola" });

    const { contact, next, messages } = await news;
    assert.deepEqual([contact, next, messages[0]?.text], ["50760000001", 0, "hola"]);
});

void test("the wire is told without what was in it", async (t) => {
    const driver = await Driver.start(t);

    assert.deepEqual(await driver.get("/wire?after=-1"), { next: -1, nodes: [] });
});

void test("the clock stands where it is put, and runs again", async (t) => {
    const driver = await Driver.start(t);
    const at = "2026-03-02T09:00:00.000Z";

    await driver.post("/clock", { at });
    await driver.post(MESSAGES, { text: "then" });
    await driver.post("/clock", { at: null });
    await driver.post(MESSAGES, { text: "now" });

    const [then, now] = (await driver.get<{ messages: { at: string }[] }>(MESSAGES)).messages;
    assert.equal(then?.at, at);
    assert.ok(Date.now() - Date.parse(now?.at ?? "") < 60_000);
});
