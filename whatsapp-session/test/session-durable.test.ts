import assert from "node:assert/strict";
import { test } from "node:test";
import {
    addTransactionCapability,
    initAuthCreds,
    MISSING_KEYS_ERROR_TEXT,
    type SignalKeyStoreWithTransaction,
} from "baileys";
import { durable, type MakeRepository, Stanzas } from "../src/durable.js";
import { libraryLog } from "../src/log.js";
import { SILENT } from "./fakes.js";

const LOG = libraryLog(SILENT);
const CONTENT = Buffer.from("ciphertext");

/** The library's own transactions over a store that writes down what happens, and a repository that moves a ratchet. */
function scene(deliver: () => Promise<void>): {
    happened: string[];
    receive: () => Promise<Uint8Array>;
    group: () => Promise<Uint8Array>;
} {
    const happened: string[] = [];
    const store = {
        get: () => ({}),
        set: () => {
            happened.push("committed");
        },
    };
    const keys = addTransactionCapability(store, LOG, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
    const stanzas = new Stanzas();
    stanzas.remember({
        tag: "message",
        attrs: { id: "3A" },
        content: [{ tag: "enc", attrs: {}, content: CONTENT }],
    });
    const inner = ((auth) => {
        const ratchet = (lock: string): Promise<Uint8Array> =>
            (auth.keys as SignalKeyStoreWithTransaction).transaction(async () => {
                if (happened.includes("committed")) throw new Error("No matching sessions found for message");
                await auth.keys.set({ session: { [lock]: Buffer.from("next") } });
                happened.push("decrypted");
                return Buffer.from("plain");
            }, lock);
        const repository = {
            decryptMessage: () => ratchet("jid"),
            decryptGroupMessage: () => ratchet("group"),
        };
        return repository as unknown as ReturnType<MakeRepository>;
    }) as MakeRepository;
    const make = durable(inner, {
        stanzas,
        deliver: async ({ id }) => {
            await deliver();
            happened.push(`queued ${id ?? ""}`);
        },
        committed: () => happened.push("receipt may go"),
        isRepeated: () => happened.includes("receipt may go"),
        undecryptable: () => happened.push("undecryptable"),
    });
    const repository = make({ creds: initAuthCreds(), keys }, LOG);
    return {
        happened,
        receive: () => repository.decryptMessage({ jid: "jid", type: "msg", ciphertext: CONTENT }),
        group: () => repository.decryptGroupMessage({ group: "group", authorJid: "a", msg: CONTENT }),
    };
}

const ORDER = ["decrypted", "queued 3A", "committed", "receipt may go"];

test("a message is queued before its ratchet is committed, and that before its receipt", async () => {
    const { happened, receive } = scene(() => Promise.resolve());
    assert.equal(Buffer.from(await receive()).toString(), "plain");
    assert.deepEqual(happened, ORDER);
});

test("so is a group's", async () => {
    const { happened, group } = scene(() => Promise.resolve());
    await group();
    assert.deepEqual(happened, ORDER);
});

test("what was committed before is a repetition, and nobody is asked for another copy of it", async () => {
    const { happened, receive } = scene(() => Promise.resolve());
    await receive();
    await assert.rejects(receive(), { message: MISSING_KEYS_ERROR_TEXT });
    assert.deepEqual(happened, ORDER);
});

test("while the queue is away nothing is committed and no receipt goes", async () => {
    let queueIsBack = (): void => undefined;
    const away = new Promise<void>((resolve) => (queueIsBack = resolve));
    const { happened, receive } = scene(() => away);
    const receiving = receive();
    await new Promise(setImmediate);
    assert.deepEqual(happened, ["decrypted"]);
    queueIsBack();
    await receiving;
    assert.deepEqual(happened, ORDER);
});

test("when the connection ends before the queue has it, the ratchet stays as it was", async () => {
    const { happened, receive } = scene(() => Promise.reject(new Error("the connection is over")));
    await assert.rejects(receive());
    assert.deepEqual(happened, ["decrypted"]);
});
