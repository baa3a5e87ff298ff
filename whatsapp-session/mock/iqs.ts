import { getAllBinaryNodeChildren, getBinaryNodeChild, S_WHATSAPP_NET, type BinaryNode } from "baileys";
import type { Connection } from "./connection.js";
import { bundlesFor, takeKeys, takeSignedKey } from "./key-bundles.js";
import type { PairingByCode } from "./pairing-code.js";
import { usync } from "./usync.js";
import type { World } from "./world.js";

interface Asked {
    connection: Connection;
    /** The device that asks; 0 before it is linked. */
    device: number;
    node: BinaryNode;
    /** What is asked: the first child. */
    first: BinaryNode;
}

type Answer = (asked: Asked) => BinaryNode[] | undefined;

/** The questions the server knows, by namespace and first child. Any other is answered with an empty result. */
export class Iqs {
    private readonly answers: Record<string, Answer>;

    constructor(
        private readonly world: World,
        byCode: PairingByCode,
    ) {
        const { devices } = world;
        this.answers = {
            "encrypt/count": ({ device }) => [
                { tag: "count", attrs: { value: String(devices.preKeys(device)) } },
            ],
            "encrypt/registration": ({ device, node }) => {
                takeKeys(devices, device, node);
                return undefined;
            },
            "encrypt/rotate": ({ device, first }) => {
                takeSignedKey(devices, device, getBinaryNodeChild(first, "skey"));
                return undefined;
            },
            "encrypt/digest": () => [{ tag: "digest", attrs: {} }],
            "encrypt/key": ({ first }) => bundlesFor(world, first),
            "usync/usync": ({ first }) => usync(world, first),
            "w:m/media_conn": () => [this.mediaConnection()],
            // Without this setting a client marks as read for itself only.
            "privacy/privacy": () => [
                {
                    tag: "privacy",
                    attrs: {},
                    content: [{ tag: "category", attrs: { name: "readreceipts", value: "all" } }],
                },
            ],
            // A collection that is left out would be asked for again at once, for ever.
            "w:sync:app:state/sync": ({ first }) => [
                { tag: "sync", attrs: {}, content: getAllBinaryNodeChildren(first) },
            ],
            "md/link_code_companion_reg": ({ connection, first }) => byCode.heard(connection, first),
            "md/remove-companion-device": ({ device }) => {
                this.remove(device);
                return undefined;
            },
        };
    }

    answer(connection: Connection, node: BinaryNode): void {
        const [first] = getAllBinaryNodeChildren(node);
        const name = `${node.attrs["xmlns"] ?? ""}/${first?.tag ?? ""}`;
        const answer = this.answers[name];
        const content = first && answer?.({ connection, device: connection.device ?? 0, node, first });
        const attrs = { from: S_WHATSAPP_NET, type: "result", id: node.attrs["id"] ?? "" };
        connection.send({ tag: "iq", attrs, ...(content && { content }) });
        if (name === "passive/active") this.world.queue.flush(connection);
    }

    /** The device logs out, or the owner removes it on the phone. */
    remove(number: number): void {
        const device = this.world.devices.get(number);
        if (device) this.world.devices.put({ ...device, removed: true });
        this.world.queue.forget(number);
    }

    private mediaConnection(): BinaryNode {
        const host = { tag: "host", attrs: { hostname: this.world.media.host } };
        const attrs = { auth: "mock", ttl: "300", auth_ttl: "3600", max_buckets: "12" };
        return { tag: "media_conn", attrs, content: [host] };
    }
}
