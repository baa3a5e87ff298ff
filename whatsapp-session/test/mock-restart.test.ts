import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { back, copied, Driver, linked, until } from "./mock-harness.js";

const ANA = "50760000001";
const MAIN = fileURLToPath(new URL("../mock/main.js", import.meta.url));

void test("a mock that is started again knows the device, the customers and what waits", async (t) => {
    const { driver: first, client, auth } = await linked(t);
    const data = first.data;
    await client.message(await first.says(ANA, { text: "before" }));
    await client.sock.sendMessage(`${ANA}@s.whatsapp.net`, { text: "answer" });
    await first.line(ANA, ({ text, status }) => text === "answer" && status === "READ");
    await client.leave();
    const waiting = await first.says(ANA, { text: "while it was away" });
    await first.end();
    appendFileSync(join(data, "journal.jsonl"), '["line/50760000001/9",{"torn');

    const second = await Driver.start(t, { data });
    const again = await back(t, second, auth);

    assert.equal(second.mock.rootKey, first.mock.rootKey);
    assert.equal((await again.message(waiting)).message?.conversation, "while it was away");
    const next = await second.says(ANA, { text: "after" });
    assert.equal((await again.message(next)).message?.conversation, "after");
    await again.sock.sendMessage(`${ANA}@s.whatsapp.net`, { text: "answer two" });
    await second.line(ANA, ({ text, status }) => text === "answer two" && status === "READ");
    assert.deepEqual(
        (await second.lines(ANA)).map(({ text }) => text),
        ["before", "answer", "while it was away", "after", "answer two"],
    );
});

void test("the process says when it is ready, and ends with its parent", async (t) => {
    const child = spawn(process.execPath, [MAIN, "--with-parent", "--data", copied(t)], {
        stdio: ["pipe", "pipe", "inherit"],
    });
    t.after(() => child.kill("SIGKILL"));
    const exit = once(child, "exit");
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];

    const { url, control, rootKey } = JSON.parse(line.replace("READY ", "")) as Record<string, string>;
    assert.match(url ?? "", /^ws:\/\/127\.0\.0\.1:\d+\/ws\/chat$/);
    assert.match(rootKey ?? "", /^[0-9a-f]{64}$/);
    await until("its state", async () => (await fetch(`${control ?? ""}/state`)).ok);

    child.stdin.end();
    assert.deepEqual(await exit, [0, null]);
});
