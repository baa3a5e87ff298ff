import assert from "node:assert/strict";
import { test } from "node:test";
import { back, Client, Driver, memoryAuth, until } from "./mock-harness.js";

const OWNER = "5511999990000";

void test("a device that shows a QR is linked and comes back as itself", async (t) => {
    const driver = await Driver.start(t);
    const auth = memoryAuth();
    const pairing = new Client(driver, auth);

    await driver.post("/scan", { qr: await until("a QR", () => pairing.shown[0]) });
    assert.equal(await pairing.ends(), 515);
    const client = await back(t, driver, auth);

    const { me, account } = auth.creds;
    assert.equal(client.closed, undefined);
    assert.equal(me?.id, `${OWNER}:1@s.whatsapp.net`);
    assert.match(me.lid ?? "", /^1\d{14}:1@lid$/);
    assert.ok(account);
    const state = await driver.get<{ connected: number[]; logins: number; devices: { preKeys: number }[] }>(
        "/state",
    );
    assert.deepEqual(state.connected, [1]);
    assert.equal(state.logins, 1);
    assert.ok((state.devices[0]?.preKeys ?? 0) > 800);
});

void test("a device that shows a code is linked when its owner types it", async (t) => {
    const driver = await Driver.start(t);
    const auth = memoryAuth();
    const pairing = new Client(driver, auth);
    await until("a QR", () => pairing.shown[0]);

    const code = await pairing.sock.requestPairingCode(OWNER);
    await until("the server to know of the code", async () => {
        return (await driver.call("POST", "/type-code", { code })).status === 200;
    });
    assert.equal(await pairing.ends(), 515);
    const client = await back(t, driver, auth);

    const id = await driver.says("50760000001", { text: "hola" });
    assert.equal((await client.message(id)).message?.conversation, "hola");
});

void test("a wrong code links nothing", async (t) => {
    const driver = await Driver.start(t);
    const auth = memoryAuth();
    const pairing = new Client(driver, auth);
    await until("a QR", () => pairing.shown[0]);

    await pairing.sock.requestPairingCode(OWNER, "ABCD1234");
    await until("the server to know of the code", async () => {
        return (await driver.call("POST", "/type-code", { code: "ABCD9999" })).status === 200;
    });

    assert.equal(await pairing.ends(), 428);
    assert.deepEqual((await driver.get<{ devices: [] }>("/state")).devices, []);
});

void test("at the wall of the passkey the device is told and not linked", async (t) => {
    const driver = await Driver.start(t);
    await driver.post("/passkey", { on: true });
    const pairing = new Client(driver, memoryAuth());
    t.after(() => pairing.sock.end(undefined));
    const told = new Promise((resolve) =>
        pairing.sock.ws.once("CB:notification,type:passkey_prologue_request", resolve),
    );

    await driver.post("/scan", { qr: await until("a QR", () => pairing.shown[0]) });

    await told;
    assert.deepEqual((await driver.get<{ devices: [] }>("/state")).devices, []);
});
