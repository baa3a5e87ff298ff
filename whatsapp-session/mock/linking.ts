import { createHmac } from "node:crypto";
import { Curve, getBinaryNodeChild, proto, S_WHATSAPP_NET, type BinaryNode } from "baileys";
import { bytesOf, given, unsigned } from "./bytes.js";
import type { Connection } from "./connection.js";
import type { Device } from "./devices.js";
import type { World } from "./world.js";

export const PAIR_SUCCESS = "pair-success";
const ACCOUNT_PREFIX = Buffer.from([6, 0]);
const DEVICE_PREFIX = Buffer.from([6, 1]);

/** What the phone and the server do once the owner agreed: the device becomes one of the business's. */
export class Linking {
    private readonly agreed = new WeakMap<Connection, Device>();

    constructor(private readonly world: World) {}

    link(connection: Connection, advSecret: Buffer): void {
        if (this.world.dials.passkey) {
            connection.send(passkeyWall(this.world.clock.seconds()));
            return;
        }
        const device = this.newDevice(connection);
        this.agreed.set(connection, device);
        connection.send(this.success(device, this.signedIdentity(device), advSecret));
    }

    /** The device signed its identity in its turn: it is linked, and has to come again as itself. */
    signed(connection: Connection, node: BinaryNode): void {
        const device = this.agreed.get(connection);
        if (!device) throw new Error("a device signed that was not agreed upon");
        const identity = getBinaryNodeChild(getBinaryNodeChild(node, "pair-device-sign"), "device-identity");
        const { deviceSignature } = proto.ADVSignedDeviceIdentity.decode(
            bytesOf(identity, "device-identity"),
        );
        const account = this.world.phone.person.identity.public;
        const message = Buffer.concat([DEVICE_PREFIX, device.details, device.identity, account]);
        if (!Curve.verify(device.identity, message, given(deviceSignature, "the device's signature"))) {
            throw new Error("the device's signature is wrong");
        }
        this.world.devices.put(device);
        connection.dismiss({ tag: "stream:error", attrs: { code: "515" } });
    }

    private newDevice(connection: Connection): Device {
        const keys = connection.payload.devicePairingData;
        const number = this.world.devices.nextNumber();
        const details = proto.ADVDeviceIdentity.encode({
            rawId: 99,
            timestamp: Number(this.world.clock.seconds()),
            keyIndex: number,
        }).finish();
        return {
            number,
            noiseKey: connection.clientKey,
            identity: given(keys?.eIdent, "the identity"),
            registration: unsigned(given(keys?.eRegid, "the registration id")),
            details: Buffer.from(details),
            signedPreKey: {
                id: unsigned(given(keys?.eSkeyId, "the id of the signed pre-key")),
                value: given(keys?.eSkeyVal, "the signed pre-key"),
                signature: given(keys?.eSkeySig, "the signature of the signed pre-key"),
            },
            pairedAt: new Date().toISOString(),
            removed: false,
        };
    }

    private signedIdentity({ details, identity }: Device): Uint8Array {
        const account = this.world.phone.person.identity;
        const accountSignature = Curve.sign(
            account.private,
            Buffer.concat([ACCOUNT_PREFIX, details, identity]),
        );
        return proto.ADVSignedDeviceIdentity.encode({
            details,
            accountSignatureKey: account.public,
            accountSignature,
        }).finish();
    }

    private success(device: Device, details: Uint8Array, advSecret: Buffer): BinaryNode {
        const { person } = this.world.phone;
        const hmac = createHmac("sha256", advSecret).update(details).digest();
        const identity = proto.ADVSignedDeviceIdentityHMAC.encode({ details, hmac }).finish();
        const jid = `${person.number}:${device.number}@s.whatsapp.net`;
        const lid = `${person.lid}:${device.number}@lid`;
        const content: BinaryNode[] = [
            { tag: "device-identity", attrs: {}, content: identity },
            { tag: "biz", attrs: { name: person.name } },
            { tag: "platform", attrs: { name: "android" } },
            { tag: "device", attrs: { jid, lid } },
        ];
        const attrs = {
            from: S_WHATSAPP_NET,
            type: "set",
            id: PAIR_SUCCESS,
            t: this.world.clock.seconds(),
            xmlns: "md",
        };
        return { tag: "iq", attrs, content: [{ tag: "pair-success", attrs: {}, content }] };
    }
}

function passkeyWall(t: string): BinaryNode {
    const type = "passkey_prologue_request";
    const attrs = { from: S_WHATSAPP_NET, id: type, type, t };
    return { tag: "notification", attrs, content: [{ tag: type, attrs: {} }] };
}
