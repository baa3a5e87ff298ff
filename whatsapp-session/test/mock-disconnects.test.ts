import assert from "node:assert/strict";
import { test } from "node:test";
import { back, Client, linked, until } from "./mock-harness.js";

void test("a live connection ends with the reason it is kicked with, and the device may come back", async (t) => {
    const { driver, client: first, auth } = await linked(t);
    let client = first;
    for (const [reason, code] of [
        ["515", 515],
        ["440", 440],
        ["conflict", 440],
        ...["401", "402", "403", "405", "406", "409", "411", "500", "503"].map(
            (word) => [word, +word] as const,
        ),
    ] as const) {
        await driver.post("/kick", { reason });

        assert.equal(await client.ends(), code, reason);
        client = await back(t, driver, auth);
    }
});

void test("a device that is removed on the phone is not let in again", async (t) => {
    const { driver, client, auth } = await linked(t);

    await driver.post("/kick", { reason: "device_removed" });

    assert.equal(await client.ends(), 401);
    assert.equal(await new Client(driver, auth).ends(), 401);
});

void test("a device that logs out is not let in again", async (t) => {
    const { driver, client, auth } = await linked(t);

    await client.sock.logout();

    await until("its end", async () => {
        return (await driver.get<{ devices: { removed: boolean }[] }>("/state")).devices[0]?.removed;
    });
    assert.equal(await new Client(driver, auth).ends(), 401);
});

void test("a second connection of the same device replaces the first", async (t) => {
    const { driver, client, auth } = await linked(t);

    const second = await back(t, driver, auth);

    assert.equal(await client.ends(), 440);
    assert.equal(second.closed, undefined);
});

void test("logins are refused with a code until they are not", async (t) => {
    const { driver, client, auth } = await linked(t);
    await client.leave();

    await driver.post("/refuse", { code: "405" });
    assert.equal(await new Client(driver, auth).ends(), 405);
    await driver.post("/refuse", { code: null });

    assert.ok((await back(t, driver, auth)).open);
});

void test("a reset, a close and a server that is away are lost connections", async (t) => {
    const { driver, client, auth } = await linked(t);

    await driver.post("/drop");
    assert.equal(await client.ends(), 428);
    const second = await back(t, driver, auth);
    await driver.post("/close");
    assert.equal(await second.ends(), 428);
    await driver.post("/offline", { on: true });
    assert.equal(await new Client(driver, auth).ends(), 408);
    await driver.post("/offline", { on: false });

    assert.ok((await back(t, driver, auth)).open);
});

void test("a half-open link keeps what is said, and a new connection gets it", async (t) => {
    const { driver, client, auth } = await linked(t);

    await driver.post("/freeze", { on: true });
    const id = await driver.says("50760000001", { text: "into the void" });
    client.sock.ws.once("error", () => undefined);
    const second = await back(t, driver, auth);

    assert.equal((await second.message(id)).message?.conversation, "into the void");
    assert.equal(client.upserts.length, 0);
    assert.equal(client.closed, undefined);
    await driver.post("/drop");
});
