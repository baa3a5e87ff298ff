import assert from "node:assert/strict";
import { test } from "node:test";
import { type Action, afterDisconnect } from "../src/policy.js";

const POLICY: readonly [code: number | undefined, message: string, hasAccount: boolean, action: Action][] = [
    [515, "Stream Errored (restart required)", true, "reconnect-at-once"],
    [515, "Stream Errored (restart required)", false, "reconnect-at-once"],
    [440, "Stream Errored (conflict)", true, "leave"],
    [401, "Connection Failure", true, "logged-out"],
    [401, "Connection Failure", false, "start-over"],
    [402, "Connection Failure", true, "banned"],
    [403, "Connection Failure", true, "banned"],
    [406, "Connection Failure", true, "banned"],
    [405, "Connection Failure", true, "outdated"],
    [408, "QR refs attempts ended", false, "rest"],
    [408, "Connection was lost", true, "reconnect"],
    [408, "Connection was lost", false, "reconnect"],
    [428, "Connection Terminated", true, "reconnect"],
    [500, "Stream Errored", true, "reconnect"],
    [503, "Stream Errored", true, "reconnect"],
    [411, "Multi-device beta not joined", true, "reconnect-slowly"],
    [418, "anything else", true, "reconnect-slowly"],
    [undefined, "closed", true, "reconnect-slowly"],
];

for (const [code, message, hasAccount, action] of POLICY) {
    test(`after ${code ?? "no code"} '${message}' ${hasAccount ? "with" : "without"} an account: ${action}`, () => {
        assert.equal(afterDisconnect(code, message, hasAccount), action);
    });
}
