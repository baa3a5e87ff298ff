/** The health check of the container: says whether the process goes on, not whether WhatsApp is content with it. */
import { statSync } from "node:fs";
import { illness } from "./alive.js";

const file = process.env["ALIVE_FILE"] ?? "/tmp/conserje-session-alive";
const wrong = illness(statSync(file, { throwIfNoEntry: false })?.mtimeMs, Date.now());
if (wrong !== undefined) {
    process.stdout.write(`${wrong}\n`);
    process.exitCode = 1;
}
