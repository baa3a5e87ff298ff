import { pino } from "pino";
import type { Die } from "../src/end.js";
import type { Log } from "../src/log.js";
import { type Change, LeaseLost, type Store, type Stored } from "../src/store.js";

export const SILENT: Log = pino({ level: "silent" });

export class Died extends Error {
    constructor(
        readonly status: number,
        why: string,
    ) {
        super(why);
    }
}

export const die: Die = (status, why) => {
    throw new Died(status, why);
};

/** Both tables in memory; `trouble` fails the next calls. */
export class FakeStore implements Store {
    readonly pk = "S#front";
    readonly items = new Map<string, Stored>();
    readonly states: Record<string, unknown>[] = [];
    readonly writes: (readonly Change[])[] = [];
    lease: { owner: string; fence: number; expires: number } | undefined;
    trouble = 0;

    #perhapsFail(): Promise<void> {
        if (this.trouble === 0) return Promise.resolve();
        this.trouble--;
        return Promise.reject(new Error("throttled"));
    }

    async takeLease(owner: string, now: number, until: number): Promise<number | undefined> {
        await this.#perhapsFail();
        if (this.lease !== undefined && this.lease.expires >= now && this.lease.owner !== owner)
            return undefined;
        this.lease = { owner, fence: (this.lease?.fence ?? 0) + 1, expires: until };
        return this.lease.fence;
    }

    async renewLease(owner: string, fence: number, until: number): Promise<boolean> {
        await this.#perhapsFail();
        if (this.lease?.owner !== owner || this.lease.fence !== fence) return false;
        this.lease.expires = until;
        return true;
    }

    async releaseLease(owner: string, fence: number): Promise<void> {
        await this.renewLease(owner, fence, 0);
    }

    async read(sks: readonly string[]): Promise<Stored[]> {
        await this.#perhapsFail();
        return sks.flatMap((sk) => this.items.get(sk) ?? []);
    }

    names(prefix: string): Promise<string[]> {
        return Promise.resolve([...this.items.keys()].filter((name) => name.startsWith(prefix)));
    }

    readState(): Promise<undefined> {
        return Promise.resolve(undefined);
    }

    async write(fence: number, changes: readonly Change[]): Promise<void> {
        await this.#perhapsFail();
        if (this.lease !== undefined && this.lease.fence !== fence) throw new LeaseLost("refused");
        this.writes.push(changes);
        for (const change of changes) {
            if ("remove" in change) this.items.delete(change.sk);
            else if ("sealed" in change) this.items.set(change.sk, change);
        }
    }

    async writeState(_fence: number, state: Record<string, unknown>): Promise<void> {
        await this.#perhapsFail();
        this.states.push(state);
    }
}
