import { Agent, type RequestOptions } from "node:https";
import { connect } from "node:net";
import type { Duplex } from "node:stream";

/** For tests alone: the library uploads with `https:` whatever the host, and the mock's media host speaks plainly. */
export class PlainAgent extends Agent {
    override createConnection({ host, port }: RequestOptions): Duplex {
        return connect({ host: host ?? "127.0.0.1", port: Number(port) });
    }
}
