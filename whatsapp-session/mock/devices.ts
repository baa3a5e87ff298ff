import { generateSignalPubKey } from "baileys";
import type { Bundle } from "./contact.js";
import type { Store } from "./store.js";

export interface SignedPreKey {
    id: number;
    value: Buffer;
    signature: Buffer;
}

export interface Device {
    number: number;
    noiseKey: Buffer;
    identity: Buffer;
    registration: number;
    details: Buffer;
    signedPreKey: SignedPreKey;
    pairedAt: string;
    removed: boolean;
}

/** The devices linked to the business's number, and the keys they left with the server. */
export class Devices {
    constructor(private readonly store: Store) {}

    all(): Device[] {
        return this.store.all<Device>("device/").map(([, device]) => device);
    }

    linked(): Device[] {
        return this.all().filter((device) => !device.removed);
    }

    nextNumber(): number {
        return Math.max(0, ...this.all().map((device) => device.number)) + 1;
    }

    get(number: number | null | undefined): Device | undefined {
        return this.store.get(`device/${String(number)}`);
    }

    put(device: Device): void {
        this.store.put(`device/${device.number}`, device);
    }

    addPreKey(device: number, id: number, value: Buffer): void {
        this.store.put(`device-prekey/${device}/${id}`, { id, value });
    }

    preKeys(device: number): number {
        return this.store.all(`device-prekey/${device}/`).length;
    }

    /** What a sender needs to begin a session; each pre-key is given away once. */
    bundle(device: Device): Bundle {
        const [first] = this.store.all<{ id: number; value: Buffer }>(`device-prekey/${device.number}/`);
        if (first) this.store.remove(first[0]);
        return bundleOf(device, device.signedPreKey, first?.[1]);
    }
}

export function bundleOf(
    device: Pick<Device, "registration" | "identity">,
    signedPreKey: SignedPreKey,
    preKey: { id: number; value: Buffer } | undefined,
): Bundle {
    const bundle = {
        registrationId: device.registration,
        identityKey: generateSignalPubKey(device.identity),
        signedPreKey: {
            keyId: signedPreKey.id,
            publicKey: generateSignalPubKey(signedPreKey.value),
            signature: signedPreKey.signature,
        },
        ...(preKey && { preKey: { keyId: preKey.id, publicKey: generateSignalPubKey(preKey.value) } }),
    };
    // libsignal's types ask for a pre-key; the code does without one.
    return bundle as Bundle;
}
