import { getBinaryNodeChild, getBinaryNodeChildren, type BinaryNode } from "baileys";
import { bigEndian, bytesOf, unsigned } from "./bytes.js";
import type { Contact } from "./contact.js";
import type { Devices, SignedPreKey } from "./devices.js";
import type { World } from "./world.js";

const KEY_TYPE = Buffer.from([5]);

/** What the directory says of those a device wants to write to. */
export function bundlesFor(world: World, asked: BinaryNode): BinaryNode[] {
    const users = getBinaryNodeChildren(asked, "user").map(({ attrs: { jid = "" } }) => {
        const contact = world.contacts.named(jid);
        return { tag: "user", attrs: { jid }, content: contact ? bundleOf(contact) : notFound() };
    });
    return [{ tag: "list", attrs: {}, content: users }];
}

/** A device leaves its keys with the server. */
export function takeKeys(devices: Devices, number: number, node: BinaryNode): void {
    for (const key of getBinaryNodeChildren(getBinaryNodeChild(node, "list"), "key")) {
        devices.addPreKey(number, idOf(key), bytesOf(getBinaryNodeChild(key, "value"), "a pre-key"));
    }
    takeSignedKey(devices, number, getBinaryNodeChild(node, "skey"));
}

export function takeSignedKey(devices: Devices, number: number, skey: BinaryNode | undefined): void {
    const device = devices.get(number);
    if (!device || !skey) return;
    const signedPreKey: SignedPreKey = {
        id: idOf(skey),
        value: bytesOf(getBinaryNodeChild(skey, "value"), "the signed pre-key"),
        signature: bytesOf(getBinaryNodeChild(skey, "signature"), "the signature of the signed pre-key"),
    };
    devices.put({ ...device, signedPreKey });
}

function idOf(key: BinaryNode): number {
    return unsigned(bytesOf(getBinaryNodeChild(key, "id"), "the id of a key"));
}

function bundleOf(contact: Contact): BinaryNode[] {
    const { registration, identity, signedPreKey } = contact.person;
    const { id, pair } = contact.newPreKey();
    return [
        leaf("registration", bigEndian(registration, 4)),
        leaf("type", KEY_TYPE),
        leaf("identity", identity.public),
        branch("skey", [
            leaf("id", bigEndian(signedPreKey.keyId, 3)),
            leaf("value", signedPreKey.keyPair.public),
            leaf("signature", signedPreKey.signature),
        ]),
        branch("key", [leaf("id", bigEndian(id, 3)), leaf("value", pair.public)]),
    ];
}

function notFound(): BinaryNode[] {
    return [{ tag: "error", attrs: { code: "404", text: "item-not-found" } }];
}

function leaf(tag: string, content: Uint8Array): BinaryNode {
    return { tag, attrs: {}, content };
}

function branch(tag: string, content: BinaryNode[]): BinaryNode {
    return { tag, attrs: {}, content };
}
