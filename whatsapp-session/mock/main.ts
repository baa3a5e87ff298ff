import { parseArgs } from "node:util";
import { serveControl } from "./control.js";
import { MockWhatsApp } from "./server.js";

const { values } = parseArgs({
    options: {
        port: { type: "string", default: "0" },
        "control-port": { type: "string", default: "0" },
        data: { type: "string" },
        user: { type: "string", default: "5511999990000" },
        "with-parent": { type: "boolean", default: false },
    },
});

// libsignal writes of its sessions to the console; standard output is for the line below alone.
for (const level of ["log", "info", "warn", "error", "debug"] as const) console[level] = () => undefined;

const mock = new MockWhatsApp({ user: values.user, port: Number(values.port), data: values.data });
await mock.listen();
const control = await serveControl(mock, Number(values["control-port"]));
process.stdout.write(
    `READY ${JSON.stringify({ url: mock.url, control: control.url, rootKey: mock.rootKey })}\n`,
);

function leave(): void {
    process.exit(0);
}
process.on("SIGTERM", leave);
process.on("SIGINT", leave);
if (values["with-parent"]) process.stdin.resume().on("end", leave).on("close", leave).on("error", leave);
