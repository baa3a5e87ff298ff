import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

interface Package {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
}

const read = (path: string): Package => JSON.parse(readFileSync(path, "utf8")) as Package;

test("the library is the very one whose order of hook, commit and receipt was tried", () => {
    const wanted = read("package.json").dependencies["baileys"];
    const entry = createRequire(import.meta.url).resolve("baileys");
    const root = entry.slice(0, entry.lastIndexOf("/lib/"));

    assert.match(wanted ?? "", /^\d+\.\d+\.\d+(-rc\d+)?$/u, "pinned exactly");
    assert.equal(read(`${root}/package.json`).version, wanted);
});
