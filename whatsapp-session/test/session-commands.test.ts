import assert from "node:assert/strict";
import { test } from "node:test";
import { readCommand } from "../src/commands.js";

const SEND = {
    v: 1,
    type: "send",
    id: "3EB0000000000000000001",
    ref: "r1",
    to: { pn: "50760000001", lid: "900000000001" },
    expiresAt: 1790003600,
    typingMillis: 1200,
    unasked: false,
    content: { kind: "text", text: "hola" },
};
const read = (fields: object): ReturnType<typeof readCommand> =>
    readCommand(JSON.stringify({ ...SEND, ...fields }));

test("a text is read", () => {
    const command = read({});
    assert.equal(command.type, "send");
    assert.deepEqual(command.content, { kind: "text", text: "hola" });
    assert.deepEqual(command.to, { pn: "50760000001", lid: "900000000001" });
});

test("what is not known is passed over", () => {
    assert.equal(read({ colour: "green" }).type, "send");
});

test("nobody types for longer than ten seconds", () => {
    const command = read({ typingMillis: 3_600_000 });
    assert.ok(command.type === "send");
    assert.equal(command.typingMillis, 10_000);
});

for (const [name, fields] of Object.entries({
    "an id of another form": { id: "ABC" },
    "nobody to send to": { to: {} },
    "a recipient that is not digits": { to: { pn: "x@s.whatsapp.net" } },
    "a kind that is not known": { content: { kind: "hologram" } },
    "an empty text": { content: { kind: "text", text: "" } },
    "a place without numbers": { content: { kind: "location", latitude: "9", longitude: 1 } },
    "another version": { v: 2 },
})) {
    test(`${name}: unsendable with a ref, left to the dead letters without`, () => {
        assert.equal(read(fields).type, "unsendable");
        assert.equal(read({ ...fields, ref: undefined }).type, "unreadable");
    });
}

test("what is not JSON is unreadable", () => {
    assert.equal(readCommand("{").type, "unreadable");
    assert.equal(readCommand("null").type, "unreadable");
});

test("a reading is read", () => {
    const command = read({ type: "read", id: "3A", typing: true });
    assert.deepEqual(command, { type: "read", id: "3A", to: SEND.to, typing: true });
});
