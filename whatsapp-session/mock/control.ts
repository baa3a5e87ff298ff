import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Fields } from "./fields.js";
import { bodyOf } from "./media.js";
import { Refused } from "./refused.js";
import { numberIn, ROUTES } from "./routes.js";
import type { MockWhatsApp } from "./server.js";

const LARGEST_BODY = 150 * 1024 * 1024;
const PHONES = /^\/phones\/([^/]+)\//;

/** The HTTP side of the control API. */
export async function serveControl(
    mock: MockWhatsApp,
    port: number,
): Promise<{ server: Server; url: string }> {
    const server = createServer((request, response) => {
        void respond(mock, request, response);
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function respond(
    mock: MockWhatsApp,
    request: IncomingMessage,
    response: ServerResponse,
): Promise<void> {
    response.setHeader("content-type", "application/json");
    try {
        response.end(JSON.stringify((await called(mock, request)) ?? {}));
    } catch (error) {
        response.statusCode = error instanceof Refused ? error.status : 500;
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
}

async function called(mock: MockWhatsApp, request: IncomingMessage): Promise<unknown> {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://control");
    const path = pathname.replace(PHONES, "/phones/*/");
    const route = ROUTES[`${request.method ?? ""} ${path}`];
    if (!route) throw new Refused(404, `there is no ${request.method ?? ""} ${pathname}`);
    const named = PHONES.exec(pathname)?.[1];
    const number = named === undefined ? "" : numberIn(decodeURIComponent(named));
    const fields = Fields.parse((await bodyOf(request, LARGEST_BODY)).toString());
    return route({ mock, number, fields, query });
}
