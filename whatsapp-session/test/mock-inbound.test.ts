import assert from "node:assert/strict";
import { test } from "node:test";
import { back, linked, until } from "./mock-harness.js";

const ANA = "50760000001";
const LUIS = "50760000002";

void test("what a customer says comes with the number and the LID", async (t) => {
    const { driver, client } = await linked(t);

    const id = await driver.says(ANA, { text: "hola", name: "Ana" });

    const said = await client.message(id);
    assert.equal(said.message?.conversation, "hola");
    assert.equal(said.pushName, "Ana");
    assert.equal(said.key.remoteJid, `${ANA}@s.whatsapp.net`);
    assert.match(said.key.remoteJidAlt ?? "", /^1\d{14}@lid$/);
    assert.equal((await driver.line(ANA, (line) => line.status === "SENT")).id, id);
    assert.deepEqual(await driver.queue(), []);
});

void test("a customer is named by the LID, and the session goes over from the number", async (t) => {
    const { driver, client } = await linked(t);

    const first = await driver.says(ANA, { text: "one" });
    await client.message(first);
    const second = await driver.says(ANA, { text: "two", viaLid: true });
    const third = await driver.says(ANA, { text: "three" });
    const only = await driver.says(LUIS, { text: "four", onlyLid: true });

    const said = await client.message(second);
    assert.match(said.key.remoteJid ?? "", /@lid$/);
    assert.equal(said.key.remoteJidAlt, `${ANA}@s.whatsapp.net`);
    assert.equal((await client.message(third)).message?.conversation, "three");
    assert.equal((await client.message(only)).key.remoteJidAlt, undefined);
});

void test("what is said while nobody is there waits, and comes in order", async (t) => {
    const { driver, client, auth } = await linked(t);
    await client.leave();
    const ids: string[] = [];
    for (let place = 0; place < 60; place++) {
        ids.push(await driver.says(place % 3 ? ANA : LUIS, { text: `number ${place}` }));
    }
    assert.deepEqual(await driver.queue(), ids);

    const again = await back(t, driver, auth);

    await until("all of them", () => again.upserts.length === ids.length);
    assert.deepEqual(
        again.upserts.map(({ message }) => message.key.id),
        ids,
    );
    assert.ok(again.upserts.every(({ type }) => type === "append"));
    await until("an empty queue", async () => (await driver.queue()).length === 0);
});

void test("a message that cannot be read is asked for again, and comes once with the same id", async (t) => {
    const { driver, client } = await linked(t);
    await client.message(await driver.says(ANA, { text: "before" }));

    const id = await driver.says(ANA, { text: "damaged", corrupt: true });

    assert.equal((await client.message(id)).message?.conversation, "damaged");
    await until("an empty queue", async () => (await driver.queue()).length === 0);
    assert.equal(client.upserts.filter(({ message }) => message.key.id === id && message.message).length, 1);
    assert.equal((await driver.line(ANA, (line) => line.id === id)).status, "SENT");
});

void test("the same stanza twice is one message, and both are put away", async (t) => {
    const { driver, client } = await linked(t);

    const id = await driver.says(ANA, { text: "twice", times: 2 });

    await client.message(id);
    await until("an empty queue", async () => (await driver.queue()).length === 0);
    assert.equal(client.upserts.filter(({ message }) => message.message?.conversation === "twice").length, 1);
});

void test("a customer reacts, edits, quotes, and sends a place and a card", async (t) => {
    const { driver, client } = await linked(t);
    const first = await driver.says(ANA, { text: "first" });

    const reaction = await client.message(await driver.says(ANA, { reaction: { to: first, emoji: "👍" } }));
    const edit = await client.message(await driver.says(ANA, { edit: { to: first, text: "mended" } }));
    const quote = await client.message(await driver.says(ANA, { quote: first, text: "this one" }));
    const place = await client.message(
        await driver.says(ANA, { location: { latitude: 8.98, longitude: -79.5 } }),
    );
    const card = await client.message(await driver.says(ANA, { contact: { name: "Luis", phone: LUIS } }));
    const raw = await client.message(
        await driver.says(ANA, { raw: { pollCreationMessage: { name: "which?" } } }),
    );

    assert.equal(reaction.message?.reactionMessage?.text, "👍");
    assert.equal(edit.message?.protocolMessage?.editedMessage?.conversation, "mended");
    assert.equal(quote.message?.extendedTextMessage?.contextInfo?.stanzaId, first);
    assert.equal(place.message?.locationMessage?.degreesLatitude, 8.98);
    assert.match(card.message?.contactMessage?.vcard ?? "", /waid=50760000002/);
    assert.equal(raw.message?.pollCreationMessage?.name, "which?");
});

void test("what the owner writes on the phone reaches the device as its own", async (t) => {
    const { driver, client } = await linked(t);

    const { id } = await driver.post("/own-phone/messages", { to: ANA, text: "I answer myself" });

    const own = await client.message(String(id));
    assert.equal(own.key.fromMe, true);
    assert.equal(own.key.remoteJid, `${ANA}@s.whatsapp.net`);
    assert.equal(own.message?.conversation, "I answer myself");
    await until("an empty queue", async () => (await driver.queue()).length === 0);
});

void test("what is said in a group comes with who said it", async (t) => {
    const { driver, client } = await linked(t);

    const said = await client.message(await driver.says(ANA, { text: "all", group: "120363000000000001" }));

    assert.equal(said.key.remoteJid, "120363000000000001@g.us");
    assert.equal(said.key.participant, `${ANA}@s.whatsapp.net`);
});

void test("a reaction is taken back, and a card has its number as its owner writes it", async (t) => {
    const { driver, client } = await linked(t);
    const first = await driver.says(ANA, { text: "first" });

    const back = await client.message(await driver.says(ANA, { reaction: { to: first, emoji: "" } }));
    const card = await client.message(
        await driver.says(ANA, { contact: { name: "Luis", phone: "+507 6000-0002" } }),
    );

    assert.equal(back.message?.reactionMessage?.text, "");
    assert.match(card.message?.contactMessage?.vcard ?? "", /waid=50760000002:\+507 6000-0002\n/);
});
