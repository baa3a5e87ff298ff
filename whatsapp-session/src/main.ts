import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { STATUS } from "./end.js";
import { HARDENED } from "./harden.js";
import { makeLog } from "./log.js";
import { run } from "./run.js";
import { BadSettings, readSettings, type Settings } from "./settings.js";

function settingsOrExit(): Settings {
    try {
        return readSettings(process.env);
    } catch (failure) {
        if (!(failure instanceof BadSettings)) throw failure;
        process.stdout.write(`${JSON.stringify({ level: "error", msg: failure.message })}\n`);
        return process.exit(STATUS.settings);
    }
}

const settings = settingsOrExit();
const log = makeLog(settings.logLevel, settings.session);

process.on("uncaughtException", (failure) => {
    log.fatal({ error: failure.name, stack: failure.stack?.split("\n").slice(1, 6) }, "a fault of its own");
    process.exit(STATUS.fault);
});
// The library lets go of promises that fail when a connection ends under them.
process.on("unhandledRejection", (failure) => {
    log.warn(
        { error: failure instanceof Error ? failure.name : "unknown" },
        "a promise failed and nobody waited for it",
    );
});

if ((globalThis as Record<symbol, unknown>)[HARDENED] !== true) throw new Error("harden.js was not loaded");

// Each call has a time limit of its own; the tries are ours, so that they can be ended.
await run(settings, log, new DynamoDBClient({ maxAttempts: 2 }), new SQSClient({ maxAttempts: 2 }));
