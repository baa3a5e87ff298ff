import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import { downloadMediaMessage, type WAMessage } from "baileys";
import { linked } from "./mock-harness.js";

const ANA = "50760000001";
const JID = `${ANA}@s.whatsapp.net`;

void test("a picture and a voice note of a customer are downloaded and decrypted", async (t) => {
    const { driver, client } = await linked(t);
    const picture = randomBytes(50_000);
    const voice = randomBytes(1_000);

    const image = { base64: picture.toString("base64"), mimetype: "image/jpeg", caption: "my hair" };
    const first = await client.message(await driver.says(ANA, { image }));
    const note = { base64: voice.toString("base64"), mimetype: "audio/ogg; codecs=opus" };
    const second = await client.message(await driver.says(ANA, { voice: note }));

    assert.equal(first.message?.imageMessage?.caption, "my hair");
    assert.deepEqual(await downloaded(first), picture);
    assert.equal(second.message?.audioMessage?.ptt, true);
    assert.deepEqual(await downloaded(second), voice);
    const lines = await driver.lines(ANA);
    assert.deepEqual(
        lines.map(({ kind, mediaSha256 }) => [kind, mediaSha256]),
        [
            ["image", hash(picture)],
            ["voice", hash(voice)],
        ],
    );
});

void test("a picture and a document of the business are uploaded, and the customer sees them", async (t) => {
    const { driver, client } = await linked(t);
    const picture = randomBytes(20_000);
    const paper = Buffer.from("a paper");

    await client.sock.sendMessage(JID, { image: picture, caption: "the price list", jpegThumbnail: "" });
    await client.sock.sendMessage(JID, { document: paper, mimetype: "text/plain", fileName: "a.txt" });

    const image = await driver.line(ANA, ({ kind }) => kind === "image");
    assert.equal(image.text, "the price list");
    assert.equal(image.mediaSha256, hash(picture));
    assert.equal((await driver.line(ANA, ({ kind }) => kind === "document")).mediaSha256, hash(paper));
});

void test("a song, a film and a sticker of a customer come as what they are", async (t) => {
    const { driver, client } = await linked(t);
    const bytes = randomBytes(1_000);
    const base64 = bytes.toString("base64");

    const song = await client.message(await driver.says(ANA, { audio: { base64, mimetype: "audio/mpeg" } }));
    const film = await client.message(await driver.says(ANA, { video: { base64, mimetype: "video/mp4" } }));
    const sticker = await client.message(
        await driver.says(ANA, { sticker: { base64, mimetype: "image/webp" } }),
    );

    assert.notEqual(song.message?.audioMessage?.ptt, true);
    for (const said of [song, film, sticker]) assert.deepEqual(await downloaded(said), bytes);
    const lines = await driver.lines(ANA);
    assert.deepEqual(
        lines.map(({ kind }) => kind),
        ["audio", "video", "sticker"],
    );
});

void test("the media host has trouble for as long as it is told to", async (t) => {
    const { driver, client } = await linked(t);
    const image = { base64: randomBytes(100).toString("base64"), mimetype: "image/png" };
    const said = await client.message(await driver.says(ANA, { image }));
    const url = said.message?.imageMessage?.url ?? "";

    await driver.post("/media", { status: 503 });
    assert.equal((await fetch(url)).status, 503);
    await driver.post("/media", { status: null });
    assert.equal((await fetch(url)).status, 200);
});

/** The client asks `https:` for a path, whatever the host; by its address it gets a file from the mock too. */
function downloaded(message: WAMessage): Promise<Buffer> {
    for (const part of Object.values(message.message ?? {}) as unknown[])
        if (typeof part === "object" && part !== null && "directPath" in part) delete part.directPath;
    return downloadMediaMessage(message, "buffer", {});
}

function hash(bytes: Buffer): string {
    return createHash("sha256").update(bytes).digest("hex");
}
