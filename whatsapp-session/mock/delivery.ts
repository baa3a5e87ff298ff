import { proto, S_WHATSAPP_NET, type BinaryNode } from "baileys";
import type { Bundle } from "./contact.js";
import type { Device } from "./devices.js";
import type { World } from "./world.js";

const FEW_PRE_KEYS = 5;
const DAMAGED_FROM_END = 4;

/** A message on its way to the devices of the business, before it is encrypted for each. */
export interface Letter {
    /** The number whose phone wrote and encrypts it. */
    sender: string;
    /** The number in whose transcript it stands. */
    chat: string;
    attrs: Record<string, string>;
    message: Buffer;
}

export interface Postage {
    /** Damages the ciphertext, so that the device asks for it again. */
    corrupt: boolean;
    /** How often the server hands out the same stanza. */
    times: number;
}

/** Encrypts what somebody says for each linked device, and again when a device could not read it. */
export class Delivery {
    constructor(private readonly world: World) {}

    async post(id: string, letter: Letter, { corrupt, times }: Postage): Promise<void> {
        for (const device of this.world.devices.linked()) {
            this.world.store.put(`letter/${device.number}/${id}`, letter);
            const node = await this.sealed(letter, device);
            if (corrupt) damage(node);
            for (let time = 0; time < times; time++) this.enqueue(device, letter, node);
        }
    }

    /** A retry: the same id in a session of its own, from the keys the device sent along or else left with the server. */
    async again(device: Device, id: string, count: string, bundle?: Bundle): Promise<void> {
        const letter = this.world.store.get<Letter>(`letter/${device.number}/${id}`);
        if (!letter) throw new Error(`a device asks again for ${id}, which nobody wrote`);
        this.enqueue(
            device,
            letter,
            await this.sealed(letter, device, bundle ?? this.bundle(device), { count }),
        );
    }

    /** The device has it, and will not ask for it again. */
    arrived(device: number, id: string): void {
        this.world.store.remove(`letter/${device}/${id}`);
    }

    private async sealed(
        { sender, attrs, message }: Letter,
        device: Device,
        bundle?: Bundle,
        retry: Record<string, string> = {},
    ): Promise<BinaryNode> {
        const { user } = this.world;
        const contact = this.world.contacts.of(sender);
        const fresh = bundle ?? (contact.knows(`${user}.${device.number}`) ? undefined : this.bundle(device));
        const { type, body } = await contact.encrypt(
            user,
            device.number,
            proto.Message.decode(message),
            fresh,
        );
        return {
            tag: "message",
            attrs,
            content: [{ tag: "enc", attrs: { v: "2", type, ...retry }, content: body }],
        };
    }

    private enqueue(device: Device, { chat }: Letter, node: BinaryNode): void {
        this.world.queue.add({ device: device.number, kind: "message", chat, node });
    }

    private bundle(device: Device): Bundle {
        const bundle = this.world.devices.bundle(device);
        const left = this.world.devices.preKeys(device.number);
        if (left < FEW_PRE_KEYS) this.askForPreKeys(device.number, left);
        return bundle;
    }

    private askForPreKeys(device: number, left: number): void {
        const content = [{ tag: "count", attrs: { value: String(left) } }];
        const attrs = { from: S_WHATSAPP_NET, id: `few-${Date.now()}`, type: "encrypt" };
        for (const connection of this.world.connections) {
            if (connection.online && connection.device === device) {
                connection.send({ tag: "notification", attrs, content });
            }
        }
    }
}

function damage({ content }: BinaryNode): void {
    const [enc] = content as BinaryNode[];
    const body = enc?.content;
    if (!(body instanceof Uint8Array)) return;
    const place = body.length - DAMAGED_FROM_END;
    body[place] = (body[place] ?? 0) ^ 0xff;
}
