import { randomBytes } from "node:crypto";
import { S_WHATSAPP_NET } from "baileys";
import type { Connection } from "./connection.js";
import type { Linking } from "./linking.js";
import { badField, notNow } from "./refused.js";

const REFS = 6;

/** The QR way: the device shows references the server gave it, the phone scans one. */
export class PairingByQr {
    private asked: { connection: Connection; refs: string[] } | undefined;

    constructor(private readonly linking: Linking) {}

    offer(connection: Connection): void {
        const refs = Array.from({ length: REFS }, () => randomBytes(24).toString("base64"));
        this.asked = { connection, refs };
        const content = refs.map((ref) => ({ tag: "ref", attrs: {}, content: Buffer.from(ref) }));
        connection.send({
            tag: "iq",
            attrs: { from: S_WHATSAPP_NET, type: "set", id: "pair-device", xmlns: "md" },
            content: [{ tag: "pair-device", attrs: {}, content }],
        });
    }

    forget(connection: Connection): void {
        if (this.asked?.connection === connection) this.asked = undefined;
    }

    /** What the phone does with a picture of the QR. */
    scan(qr: string): void {
        if (!this.asked) throw notNow("no device shows a QR");
        const { connection, refs } = this.asked;
        const [ref = "", noise = "", identity = "", advSecret = ""] = (qr.split("#")[1] ?? qr).split(",");
        if (!refs.includes(ref))
            throw badField("qr", "its reference is not one of those that were given out");
        if (!connection.clientKey.equals(Buffer.from(noise, "base64"))) {
            throw badField("qr", "its Noise key is not that of the connection");
        }
        const claimed = connection.payload.devicePairingData?.eIdent;
        if (!claimed || !Buffer.from(claimed).equals(Buffer.from(identity, "base64"))) {
            throw badField("qr", "its identity is not that of the connection");
        }
        this.linking.link(connection, Buffer.from(advSecret, "base64"));
    }
}
