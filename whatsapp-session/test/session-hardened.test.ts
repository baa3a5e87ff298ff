import assert from "node:assert/strict";
import { test } from "node:test";
import "../src/harden.js";
import { Curve } from "baileys";
import { Writable } from "node:stream";
import { pino } from "pino";
import { libraryLog, mask } from "../src/log.js";

test("a signature of another key or for another message is refused", () => {
    const [one, other] = [Curve.generateKeyPair(), Curve.generateKeyPair()];
    const signature = Curve.sign(one.private, Buffer.from("message"));
    assert.equal(Curve.verify(one.public, Buffer.from("message"), signature), true);
    assert.equal(Curve.verify(other.public, Buffer.from("message"), signature), false);
    assert.equal(Curve.verify(one.public, Buffer.from("another"), signature), false);
});

test("the library's log has its words and its failures, never its objects and never a number", () => {
    let written = "";
    const sink = new Writable({
        write(chunk: Buffer, _encoding, done): void {
            written += chunk.toString();
            done();
        },
    });
    const log = libraryLog(pino({ level: "debug" }, sink));
    log.info({ node: { privKey: "abc", text: "hola" } }, "logging in 50760000001");
    log.error(
        { err: new Error("no session for 50760000001@s.whatsapp.net"), creds: { noiseKey: "xyz" } },
        "failed",
    );
    log.trace({ xml: "<message/>" }, "recv");
    assert.doesNotMatch(written, /abc|hola|xyz|50760000001|message/u);
    assert.match(written, /no session for #001@s.whatsapp.net/u);
});

test("numbers of people are told apart and not told", () => {
    assert.equal(mask("to 50760000001@lid"), "to #001@lid");
});
