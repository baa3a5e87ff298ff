import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getBinaryNodeChild, type BinaryNode } from "baileys";
import { WebSocketServer } from "ws";
import { Clock } from "./clock.js";
import { Connection, type ConnectionListener } from "./connection.js";
import { Contacts } from "./contacts.js";
import { Delivery } from "./delivery.js";
import { Devices } from "./devices.js";
import { Inbound } from "./inbound.js";
import { Iqs } from "./iqs.js";
import { Linking, PAIR_SUCCESS } from "./linking.js";
import { Login } from "./login.js";
import { Media } from "./media.js";
import { Outbound } from "./outbound.js";
import { PairingByCode } from "./pairing-code.js";
import { PairingByQr } from "./pairing-qr.js";
import { Queue } from "./queue.js";
import { Receipts } from "./receipts.js";
import { serverKeys, type ServerKeys } from "./server-keys.js";
import { Store } from "./store.js";
import { Transcripts } from "./transcripts.js";
import { Wire } from "./wire.js";
import type { Dials, World } from "./world.js";

const HOST = "127.0.0.1";
const PATH = "/ws/chat";

export interface MockOptions {
    user?: string;
    port?: number;
    data?: string | undefined;
}

/** WhatsApp Web as one business number sees it, on loopback. */
export class MockWhatsApp implements ConnectionListener {
    readonly world: World;
    readonly wire = new Wire();
    readonly byQr: PairingByQr;
    readonly byCode: PairingByCode;
    readonly login: Login;
    readonly inbound: Inbound;
    readonly outbound: Outbound;
    readonly receipts: Receipts;
    readonly iqs: Iqs;
    lastError: string | null = null;
    private readonly linking: Linking;
    private readonly keys: ServerKeys;
    private http: Server;
    private port: number;

    constructor({ user = "5511999990000", port = 0, data }: MockOptions = {}) {
        const store = new Store(data);
        this.port = port;
        this.keys = serverKeys(store);
        this.world = this.worldOf(
            store,
            store.getOr("user", () => user),
        );
        const delivery = new Delivery(this.world);
        this.linking = new Linking(this.world);
        this.byQr = new PairingByQr(this.linking);
        this.byCode = new PairingByCode(this.world, this.linking);
        this.login = new Login(this.world);
        this.inbound = new Inbound(this.world, delivery);
        this.receipts = new Receipts(this.world, delivery);
        this.outbound = new Outbound(this.world, this.receipts);
        this.iqs = new Iqs(this.world, this.byCode);
        this.http = this.newServer();
    }

    get url(): string {
        return `ws://${HOST}:${this.port}${PATH}`;
    }

    get rootKey(): string {
        return Buffer.from(this.keys.root.public).toString("hex");
    }

    get isOffline(): boolean {
        return !this.http.listening;
    }

    /** Begins to accept, always at the same port. */
    async listen(): Promise<void> {
        this.http.listen(this.port, HOST);
        await once(this.http, "listening");
        this.port = (this.http.address() as AddressInfo).port;
        this.world.media.host = `${HOST}:${this.port}`;
    }

    /** Comes back when all that had arrived before is dealt with. */
    async settled(): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
        await Promise.all([...this.world.connections].map((connection) => connection.settled()));
    }

    async offline(on: boolean): Promise<void> {
        if (on && this.http.listening) await this.stop();
        if (!on && !this.http.listening) await this.listen();
    }

    /** Nobody answers any more, as when the network is down. */
    async stop(): Promise<void> {
        for (const connection of this.world.connections) connection.reset();
        const closed = once(this.http, "close");
        this.http.close();
        this.http.closeAllConnections();
        await closed;
        this.http = this.newServer();
    }

    opened(connection: Connection): void {
        if (connection.payload.devicePairingData) this.byQr.offer(connection);
        else this.login.enter(connection);
    }

    async received(connection: Connection, node: BinaryNode): Promise<void> {
        this.wire.note("in", node);
        if (node.tag === "iq" && node.attrs["type"] !== "result") this.iqs.answer(connection, node);
        else if (node.tag === "iq" && node.attrs["id"] === PAIR_SUCCESS)
            this.linking.signed(connection, node);
        else if (connection.device !== undefined) await this.fromDevice(connection, connection.device, node);
    }

    sent(_: Connection, node: BinaryNode): void {
        this.wire.note("out", node);
    }

    closed(connection: Connection): void {
        this.world.connections.delete(connection);
        this.byQr.forget(connection);
        this.byCode.forget(connection);
    }

    failed(error: unknown): void {
        this.lastError = error instanceof Error ? error.message : String(error);
    }

    private async fromDevice(connection: Connection, device: number, node: BinaryNode): Promise<void> {
        const { id = "", type, to = "" } = node.attrs;
        if (node.tag === "message") await this.outbound.take(connection, device, node);
        else if (node.tag === "receipt") await this.receipts.fromDevice(connection, device, node);
        else if (node.tag === "ack" && node.attrs["class"] === "message") this.receipts.putAway(device, id);
        else if (node.tag === "ack") this.world.queue.settle(device, "receipt", id, type);
        else if (node.tag === "chatstate" && getBinaryNodeChild(node, "composing")) this.typing(to);
    }

    private typing(jid: string): void {
        const contact = this.world.contacts.named(jid);
        if (contact) this.world.transcripts.typing(contact.person.number);
    }

    private newServer(): Server {
        const { media, connections } = this.world;
        const http = createServer((request, response) => {
            media.answer(request, response).catch((error: unknown) => {
                this.failed(error);
                response.destroy();
            });
        });
        const sockets = new WebSocketServer({ server: http, path: PATH });
        sockets.on("connection", (ws, request) => {
            connections.add(new Connection(ws, request.socket, this.keys, this));
        });
        return http;
    }

    private worldOf(store: Store, user: string): World {
        const contacts = new Contacts(store);
        const connections = new Set<Connection>();
        const trouble = (error: unknown): void => {
            this.failed(error);
        };
        const clock = new Clock();
        const dials: Dials = { ackMode: "ok", passkey: false, refuse: null, mediaStatus: null };
        return {
            user,
            phone: contacts.of(user),
            store,
            clock,
            contacts,
            devices: new Devices(store),
            connections,
            queue: new Queue(store, connections),
            transcripts: new Transcripts(store, clock),
            media: new Media(store, dials, trouble),
            dials,
            counts: { accepted: 0, acknowledged: 0, receipts: new Set() },
            trouble,
        };
    }
}
