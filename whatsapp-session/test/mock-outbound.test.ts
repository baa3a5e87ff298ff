import assert from "node:assert/strict";
import { test } from "node:test";
import { linked, until } from "./mock-harness.js";

const ANA = "50760000001";
const JID = `${ANA}@s.whatsapp.net`;

interface Sent {
    id: string;
    to: string;
    text: string;
    device: number;
    decrypted: boolean;
}

void test("a message is sent, delivered and read", async (t) => {
    const { driver, client } = await linked(t);

    const id = "3EB0000000000000000001";
    await client.sock.sendMessage(JID, { text: "buenas" }, { messageId: id });

    await client.told("receipt", id, "type");
    await client.told("receipt", id, "type", "read");
    const line = await driver.line(ANA, ({ status }) => status === "READ");
    assert.deepEqual([line.direction, line.kind, line.text, line.id], ["BUSINESS", "text", "buenas", id]);
    const [sent] = await driver.get<Sent[]>("/sent");
    assert.deepEqual([sent?.id, sent?.text, sent?.device, sent?.decrypted], [id, "buenas", 1, true]);
    await until(
        "no receipt owed",
        async () => (await driver.get<{ pending: number }>("/state")).pending === 0,
    );
    const { accepted, receipts } = await driver.get<Record<string, number>>("/state");
    assert.deepEqual([accepted, receipts], [1, 2]);
});

void test("an answer to a LID is read by the customer, and the next word by the device", async (t) => {
    const { driver, client } = await linked(t);
    const heard = await client.message(await driver.says(ANA, { text: "hola", viaLid: true }));

    const sent = await client.sock.sendMessage(heard.key.remoteJid ?? "", { text: "buenas" });

    const line = await driver.line(ANA, ({ direction }) => direction === "BUSINESS");
    assert.equal(line.text, "buenas");
    await client.told("receipt", sent?.key.id ?? "", "type", "read");
    assert.equal(
        (await client.message(await driver.says(ANA, { text: "two" }))).message?.conversation,
        "two",
    );
});

void test("the server keeps silent, or refuses with a code", async (t) => {
    const { driver, client } = await linked(t);

    await driver.post("/acks", { mode: "silent" });
    await client.sock.sendMessage(JID, { text: "one" }, { messageId: "3EB0000000000000000001" });
    assert.equal((await driver.line(ANA, ({ text }) => text === "one")).status, "PENDING");
    await driver.post("/acks", { mode: "463" });
    await client.sock.sendMessage(JID, { text: "two" }, { messageId: "3EB0000000000000000002" });

    await client.told("ack", "3EB0000000000000000002", "error", "463");
    assert.equal((await driver.line(ANA, ({ text }) => text === "two")).status, "FAILED");
});

void test("the same id twice is two sends on the wire and one line on the phone", async (t) => {
    const { driver, client } = await linked(t);

    const id = "3EB0000000000000000001";
    await client.sock.sendMessage(JID, { text: "again" }, { messageId: id });
    await client.sock.sendMessage(JID, { text: "again" }, { messageId: id });

    await until("both", async () => (await driver.get<Sent[]>("/sent")).length === 2);
    assert.equal((await driver.lines(ANA)).length, 1);
});

void test("who blocked the business gets nothing, and who keeps receipts back sends none by itself", async (t) => {
    const { driver, client } = await linked(t);
    await driver.post(`/phones/${ANA}/block`, { blocked: true });
    await client.sock.sendMessage(JID, { text: "one" }, { messageId: "3EB0000000000000000001" });
    await driver.line(ANA, ({ text, status }) => text === "one" && status === "SENT");
    await driver.post(`/phones/${ANA}/block`, { blocked: false });
    await driver.post(`/phones/${ANA}/receipts`, { auto: "off" });
    await client.sock.sendMessage(JID, { text: "two" }, { messageId: "3EB0000000000000000002" });
    await driver.line(ANA, ({ text, status }) => text === "two" && status === "SENT");

    await driver.post(`/phones/${ANA}/receipts`, { id: "3EB0000000000000000002", type: "played" });

    await client.told("receipt", "3EB0000000000000000002", "type", "played");
    assert.ok(
        client.heard.every(({ tag, attrs }) => tag === "ack" || attrs["id"] !== "3EB0000000000000000001"),
    );
});

void test("the customer sees that it was read and that somebody types", async (t) => {
    const { driver, client } = await linked(t);
    const heard = await client.message(await driver.says(ANA, { text: "hola" }));

    await client.sock.readMessages([heard.key]);
    await client.sock.sendPresenceUpdate("composing", JID);

    const line = await driver.line(ANA, ({ typingAt }) => typingAt !== undefined);
    assert.equal(line.status, "READ");
    assert.ok(line.readAt);
});

void test("a reaction and a place of the business are shown", async (t) => {
    const { driver, client } = await linked(t);
    const heard = await client.message(await driver.says(ANA, { text: "hola" }));

    await client.sock.sendMessage(JID, { react: { text: "🙂", key: heard.key } });
    await client.sock.sendMessage(JID, {
        location: { degreesLatitude: 1, degreesLongitude: 2, name: "Here" },
    });

    assert.equal((await driver.line(ANA, ({ kind }) => kind === "reaction")).text, "🙂");
    assert.equal((await driver.line(ANA, ({ kind }) => kind === "location")).text, "1,2 Here");
});
