import assert from "node:assert/strict";
import { test } from "node:test";
import { proto } from "baileys";
import { keyOf, type Mapping } from "../src/chat.js";
import { cuts, type Envelope, envelopeOf } from "../src/envelope.js";
import { bodyOf, fit, signatureOf } from "../src/queues.js";

const NOBODY: Mapping = { pnOf: () => Promise.resolve(undefined), lidOf: () => Promise.resolve(undefined) };
const KNOWN: Mapping = {
    pnOf: () => Promise.resolve("50760000001"),
    lidOf: () => Promise.resolve("800000000001"),
};

function padded(message: proto.IMessage): Uint8Array {
    return Buffer.concat([proto.Message.encode(message).finish(), Buffer.alloc(3, 3)]);
}

function made(
    attributes: Record<string, string>,
    message: proto.IMessage = { conversation: "hola" },
    mapping = NOBODY,
): Promise<Envelope | undefined> {
    return ofBytes(attributes, padded(message), mapping);
}

function ofBytes(
    attributes: Record<string, string>,
    bytes: Uint8Array,
    mapping = NOBODY,
): Promise<Envelope | undefined> {
    const speaker = { session: "front", fence: 7, me: { pn: "50711111111", lid: "911111111111" }, mapping };
    return envelopeOf({ id: "3A", t: "1790000000", ...attributes }, bytes, speaker);
}

/** Field 1999, which is nobody's: a text in it. */
const HOLOGRAM = Buffer.from([0xfa, 0x7c, 4, ...Buffer.from("hola")]);
const FROM_ANA = { from: "50760000001@s.whatsapp.net" };
const CONTEXT = proto.Message.encode({ messageContextInfo: { messageSecret: Buffer.alloc(4) } }).finish();

test("what WhatsApp has begun to say since is kept as it came", async () => {
    for (const plain of [HOLOGRAM, Buffer.concat([CONTEXT, HOLOGRAM])]) {
        const kept = await ofBytes(FROM_ANA, Buffer.concat([plain, Buffer.from([1])]));
        assert.deepEqual(kept?.message, {});
        assert.equal(kept.unknown, plain.toString("base64"));
        assert.equal(kept.chat.pn, "50760000001");
    }
});

test("what stands beside something that is said does not matter", async () => {
    const text = proto.Message.encode({ conversation: "hola" }).finish();
    const kept = await ofBytes(FROM_ANA, Buffer.concat([text, HOLOGRAM, Buffer.from([1])]));
    assert.deepEqual(kept?.message, { conversation: "hola" });
    assert.equal(kept.unknown, undefined);
});

test("what is for machines is not said, whatever is new within it", async () => {
    // Field 99 of the context, which is nobody's either.
    const newContext = Buffer.from([0x9a, 0x02, 3, 0x98, 0x06, 7]);
    for (const plain of [CONTEXT, newContext, Buffer.alloc(0)]) {
        assert.equal(await ofBytes(FROM_ANA, Buffer.concat([plain, Buffer.from([1])])), undefined);
    }
});

test("bytes that are no message are the library's to refuse", async () => {
    for (const plain of [[0xfa, 0x7c, 40, 1], [0xfa], [0x0b]]) {
        await assert.rejects(ofBytes(FROM_ANA, Buffer.from([...plain, 1])), Error);
    }
});

test("a customer's text", async () => {
    const attributes = {
        from: "50760000001@s.whatsapp.net",
        sender_lid: "800000000001@lid",
        notify: "Ana",
        offline: "0",
    };
    assert.deepEqual(await made(attributes), {
        v: 1,
        type: "message",
        session: "front",
        fence: 7,
        id: "3A",
        t: 1790000000,
        offline: true,
        chat: { kind: "person", pn: "50760000001", lid: "800000000001" },
        pushName: "Ana",
        message: { conversation: "hola" },
    });
});

test("one number is found by the other", async () => {
    const byLid = await made({ from: "800000000001:3@lid" }, undefined, KNOWN);
    assert.deepEqual(byLid?.chat, { kind: "person", pn: "50760000001", lid: "800000000001" });
    const unknown = await made({ from: "800000000001@lid" });
    assert.deepEqual(unknown?.chat, { kind: "person", lid: "800000000001" });
    assert.equal(keyOf(unknown.chat), "800000000001");
});

test("a group is told apart and names who wrote", async () => {
    const group = await made({
        from: "1203@g.us",
        participant: "800000000001@lid",
        participant_pn: "50760000001@s.whatsapp.net",
    });
    assert.deepEqual(group?.chat, {
        kind: "group",
        group: "1203@g.us",
        pn: "50760000001",
        lid: "800000000001",
    });
});

test("a status, a newsletter and what else there is", async () => {
    assert.equal(
        (await made({ from: "status@broadcast", participant: "50760000001@s.whatsapp.net" }))?.chat.kind,
        "status",
    );
    assert.deepEqual((await made({ from: "12@newsletter" }))?.chat, {
        kind: "newsletter",
        jid: "12@newsletter",
    });
    assert.deepEqual((await made({ from: "7@bot" }))?.chat, { kind: "other", jid: "7@bot" });
});

test("what the business's own phone sends is of the customer's chat and from me", async () => {
    const sent = { deviceSentMessage: { destinationJid: "x", message: { conversation: "ya va" } } };
    const own = await made(
        { from: "50711111111@s.whatsapp.net", recipient: "50760000001@s.whatsapp.net" },
        sent,
    );
    assert.equal(own?.fromMe, true);
    assert.deepEqual(own.chat, { kind: "person", pn: "50760000001" });
    assert.deepEqual(own.message, { conversation: "ya va" });
});

test("keys and histories never reach a queue", async () => {
    const from = { from: "50711111111@s.whatsapp.net" };
    const share = { type: proto.Message.ProtocolMessage.Type.APP_STATE_SYNC_KEY_SHARE };
    assert.equal(await made(from, { protocolMessage: share }), undefined);
    assert.equal(await made({ ...from, category: "peer" }), undefined);
    assert.equal(await made(from, { senderKeyDistributionMessage: { groupId: "1203@g.us" } }), undefined);
    const both = await made(from, {
        conversation: "hola",
        senderKeyDistributionMessage: { groupId: "1203@g.us" },
    });
    assert.deepEqual(both?.message, { conversation: "hola" });
});

test("a message that was taken back is said", async () => {
    const revoke = { type: proto.Message.ProtocolMessage.Type.REVOKE, key: { id: "3B" } };
    const gone = await made({ from: "50760000001@s.whatsapp.net" }, { protocolMessage: revoke });
    assert.deepEqual(gone?.message, { protocolMessage: { key: { id: "3B" }, type: "REVOKE" } });
});

test("bytes are base64 and long numbers are text", async () => {
    const image = { mediaKey: Buffer.from("key"), fileLength: 5_000_000_000 };
    const picture = await made({ from: "50760000001@s.whatsapp.net" }, { imageMessage: image });
    assert.deepEqual(picture?.message, { imageMessage: { mediaKey: "a2V5", fileLength: "5000000000" } });
});

test("what is too large is cut: first thumbnails, then all", async () => {
    const heavy = { caption: "mira", jpegThumbnail: Buffer.alloc(10) };
    const whole = await made({ from: "50760000001@s.whatsapp.net" }, { imageMessage: heavy });
    assert.ok(whole !== undefined);
    assert.deepEqual(
        cuts(whole).map(({ message, cut }) => [message, cut]),
        [
            [{ imageMessage: { caption: "mira" } }, true],
            [{}, true],
        ],
    );
});

test("no text and no id that somebody sends can stop the queue", () => {
    assert.equal(bodyOf({ text: "a\uFFFE\uFFFF\u0000" }), '{"text":"a\\ufffe\\uffff\\u0000"}');
    assert.equal(fit("front:3A"), "front:3A");
    assert.match(fit("front:ñ"), /^[0-9a-f]{64}$/u);
    assert.match(fit("x".repeat(129)), /^[0-9a-f]{64}$/u);
});

test("a body is signed", () => {
    const expected = "sha256=b8d6dbab7b4a41f0e5ec0ea1cd72b93dd2f77e3b0c7d7d2e1b0c9a1f2b0c6a57".length;
    assert.equal(signatureOf("body", "secret").length, expected);
    assert.notEqual(signatureOf("body", "secret"), signatureOf("body", "other"));
});
