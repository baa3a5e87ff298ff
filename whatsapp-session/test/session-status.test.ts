import assert from "node:assert/strict";
import { test } from "node:test";
import type { Log } from "../src/log.js";
import { pause } from "../src/pause.js";
import { Status } from "../src/status.js";
import type { Store } from "../src/store.js";

interface Line {
    readonly fields: { readonly state: string };
    readonly message: string;
}

function status(lines: Line[]): Status {
    const log = {
        info: (fields: Line["fields"], message: string) => lines.push({ fields, message }),
    } as unknown as Log;
    const store = { writeState: () => Promise.resolve() } as unknown as Store;
    const die = (): never => assert.fail("it is not to end");
    return new Status(store, { owner: "me", fence: 1 }, die, log, pause);
}

const minutes = (lines: readonly Line[]): string[] =>
    lines.filter(({ message }) => message === "session").map(({ fields }) => fields.state);

test("the alarm's line comes at once, and then in each period of the alarm", () => {
    const lines: Line[] = [];
    const ours = status(lines);
    ours.enter("open");

    for (let second = 0; second < 180; second += 10) ours.tell(second * 1000);

    assert.deepEqual(minutes(lines), ["open", "open", "open", "open"]);
});

test("the alarm's line tells the state as it is then", () => {
    const lines: Line[] = [];
    const ours = status(lines);
    ours.enter("open");
    ours.tell(0);
    ours.enter("logged_out");
    ours.tell(60_000);

    assert.deepEqual(minutes(lines), ["open", "logged_out"]);
});
