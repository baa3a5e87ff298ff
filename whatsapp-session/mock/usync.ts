import {
    getAllBinaryNodeChildren,
    getBinaryNodeChild,
    getBinaryNodeChildren,
    type BinaryNode,
} from "baileys";
import type { Contact } from "./contact.js";
import type { World } from "./world.js";

type Protocol = (world: World, contact: Contact | undefined, jid: string) => BinaryNode[];

/** What can be asked of a user. A user asked for by LID has no `lid` in the answer, as it would map the LID to itself. */
const PROTOCOLS: Record<string, Protocol> = {
    devices: (world, contact) => (contact ? [deviceList(world, contact)] : []),
    lid: (_, contact, jid) =>
        contact && !jid.endsWith("@lid") ? [{ tag: "lid", attrs: { val: contact.lidJid } }] : [],
    contact: (_, contact) => [{ tag: "contact", attrs: { type: contact ? "in" : "out" } }],
};

export function usync(world: World, asked: BinaryNode): BinaryNode[] {
    const query = getBinaryNodeChild(asked, "query");
    const protocols = query ? getAllBinaryNodeChildren(query).map(({ tag }) => tag) : [];
    const users = getBinaryNodeChildren(getBinaryNodeChild(asked, "list"), "user").map((user) => {
        const jid = user.attrs["jid"] ?? jidOfPhone(user);
        const contact = world.contacts.named(jid);
        const content = protocols.flatMap((name) => PROTOCOLS[name]?.(world, contact, jid) ?? []);
        return { tag: "user", attrs: { jid }, content };
    });
    const content: BinaryNode[] = [
        { tag: "result", attrs: {} },
        { tag: "list", attrs: {}, content: users },
    ];
    return [{ tag: "usync", attrs: asked.attrs, content }];
}

function jidOfPhone(user: BinaryNode): string {
    const phone = getBinaryNodeChild(user, "contact")?.content;
    const digits = typeof phone === "string" ? phone : Buffer.from(phone as Uint8Array).toString();
    return `${digits.replace("+", "")}@s.whatsapp.net`;
}

function deviceList(world: World, contact: Contact): BinaryNode {
    const linked = contact === world.phone ? world.devices.linked() : [];
    const companions = linked.map(({ number }) => ({ id: String(number), "key-index": String(number) }));
    const content = [{ id: "0" }, ...companions].map((attrs) => ({ tag: "device", attrs }));
    return { tag: "devices", attrs: {}, content: [{ tag: "device-list", attrs: {}, content }] };
}
