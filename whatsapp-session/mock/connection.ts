import type { Socket } from "node:net";
import { decodeBinaryNode, encodeBinaryNode, proto, type BinaryNode } from "baileys";
import { WebSocket } from "ws";
import { given } from "./bytes.js";
import { FrameReader, framed } from "./frames.js";
import { NoiseResponder } from "./noise.js";
import { certificates, type ServerKeys } from "./server-keys.js";

/** How long a client has to hang up by itself once it was told why. */
const HANG_UP_MILLIS = 1000;

export interface ConnectionListener {
    opened(connection: Connection): void;
    received(connection: Connection, node: BinaryNode): Promise<void>;
    sent(connection: Connection, node: BinaryNode): void;
    closed(connection: Connection): void;
    failed(error: unknown): void;
}

/** One connection of a client: handshake, then nodes in both directions, in order. */
export class Connection {
    /** The linked device that logged in here. */
    device: number | undefined;
    /** Whether the device asked for what waits for it. */
    online = false;
    payload: proto.ClientPayload = proto.ClientPayload.create();
    clientKey: Buffer = Buffer.alloc(0);
    private readonly frames = new FrameReader();
    private readonly noise: NoiseResponder;
    private stage: "hello" | "finish" | "open" = "hello";
    private turn: Promise<void> = Promise.resolve();
    private frozen = false;

    constructor(
        private readonly ws: WebSocket,
        private readonly socket: Socket,
        private readonly keys: ServerKeys,
        private readonly listener: ConnectionListener,
    ) {
        this.noise = new NoiseResponder(keys.identity);
        ws.on("message", (data: Buffer) => {
            this.turn = this.turn
                .then(() => this.take(data))
                .catch((error: unknown) => {
                    listener.failed(error);
                    ws.close();
                });
        });
        ws.on("error", () => undefined);
        ws.on("close", () => {
            listener.closed(this);
        });
    }

    send(node: BinaryNode): void {
        if (this.frozen || this.ws.readyState !== WebSocket.OPEN) return;
        this.listener.sent(this, node);
        this.ws.send(framed(this.noise.write(encodeBinaryNode(node))));
    }

    /** Says why, and leaves it to the client to hang up: one that decodes slowly would else see only the end. */
    dismiss(reason: BinaryNode): void {
        this.send(reason);
        this.online = false;
        setTimeout(() => {
            this.ws.terminate();
        }, HANG_UP_MILLIS).unref();
    }

    settled(): Promise<void> {
        return this.turn;
    }

    close(): void {
        this.ws.close();
    }

    reset(): void {
        this.socket.resetAndDestroy();
    }

    /** A half-open link: nothing is read, nothing is written, and nobody is told. */
    freeze(on: boolean): void {
        this.frozen = on;
        if (on) this.socket.pause();
        else this.socket.resume();
    }

    private async take(data: Buffer): Promise<void> {
        for (const frame of this.frames.take(data)) {
            if (this.stage === "hello") this.hello(frame);
            else if (this.stage === "finish") this.finish(frame);
            else await this.listener.received(this, await decodeBinaryNode(this.noise.read(frame)));
        }
    }

    private hello(frame: Buffer): void {
        const { clientHello } = proto.HandshakeMessage.decode(frame);
        const serverHello = this.noise.hello(
            this.frames.prologue,
            given(clientHello?.ephemeral, "the client's ephemeral key"),
            certificates(this.keys),
        );
        this.ws.send(framed(proto.HandshakeMessage.encode({ serverHello }).finish()));
        this.stage = "finish";
    }

    private finish(frame: Buffer): void {
        const { clientFinish } = proto.HandshakeMessage.decode(frame);
        const { clientKey, payload } = this.noise.finish(
            given(clientFinish?.static, "the client's static key"),
            given(clientFinish?.payload, "the client's payload"),
        );
        this.clientKey = clientKey;
        this.payload = proto.ClientPayload.decode(payload);
        this.stage = "open";
        this.listener.opened(this);
    }
}
