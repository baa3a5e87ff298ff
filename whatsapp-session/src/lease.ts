import { randomUUID } from "node:crypto";
import { type Die, STATUS } from "./end.js";
import { type Log, reasonOf } from "./log.js";
import { backoff, type Sleep } from "./pause.js";
import type { Store } from "./store.js";

export interface Clock {
    /** Of the wall; compared with what other processes wrote. */
    wall(): number;
    /** Never goes back; stands still while a machine sleeps. */
    steady(): number;
}

export const CLOCK: Clock = { wall: () => Date.now(), steady: () => performance.now() };

export interface Moment {
    readonly wall: number;
    readonly steady: number;
}

export const now = (clock: Clock): Moment => ({ wall: clock.wall(), steady: clock.steady() });

/** A machine that slept shows it only on the wall's clock, one whose clock was set back only on the steady one. */
export function elapsed(since: Moment, clock: Clock): number {
    return Math.max(clock.wall() - since.wall, clock.steady() - since.steady);
}

export interface LeaseTerms {
    readonly leaseMillis: number;
    readonly renewMillis: number;
}

/** Only one process may speak for a session. Whoever is not sure that it is the one ends at once. */
export class Lease {
    readonly owner = randomUUID();
    #fence = 0;
    #renewed: Moment | undefined;
    readonly #renewals: (() => void)[] = [];

    constructor(
        private readonly store: Store,
        private readonly terms: LeaseTerms,
        private readonly clock: Clock,
        private readonly die: Die,
        private readonly log: Log,
        private readonly sleep: Sleep,
    ) {}

    get fence(): number {
        return this.#fence;
    }

    onRenewal(listener: () => void): void {
        this.#renewals.push(listener);
    }

    /** Waits until it is ours; false when `stop` came first. */
    async acquire(stop: AbortSignal): Promise<boolean> {
        for (let failures = 0; !stop.aborted;) {
            // Counted from before the request: it may have been granted long before the answer came.
            const asked = now(this.clock);
            try {
                const fence = await this.store.takeLease(
                    this.owner,
                    asked.wall,
                    asked.wall + this.terms.leaseMillis,
                );
                failures = 0;
                if (fence !== undefined) {
                    this.#fence = fence;
                    this.#renewed = asked;
                    return true;
                }
            } catch (failure) {
                this.log.warn(reasonOf(failure), "the lease could not be asked for");
                failures++;
            }
            const wait = this.terms.renewMillis / 4;
            await this.sleep(wait + backoff(failures, wait, this.terms.leaseMillis, Math.random()), stop);
        }
        return false;
    }

    /** Renews until `stop`; ends the process when that is refused, or was not possible for too long. */
    async keep(stop: AbortSignal): Promise<void> {
        let wait = this.terms.renewMillis;
        for (;;) {
            await this.sleep(wait, stop);
            if (stop.aborted) return;
            this.check();
            wait = (await this.#renew()) ? this.terms.renewMillis : this.terms.renewMillis / 10;
        }
    }

    async #renew(): Promise<boolean> {
        const asked = now(this.clock);
        try {
            const ours = await this.store.renewLease(
                this.owner,
                this.#fence,
                asked.wall + this.terms.leaseMillis,
            );
            if (!ours) this.die(STATUS.leaseLost, "the lease is lost: its renewal was refused");
            this.#renewed = asked;
            for (const listener of this.#renewals) listener();
            return true;
        } catch (failure) {
            this.log.warn(reasonOf(failure), "the lease could not be renewed");
            return false;
        }
    }

    /** To be asked before anything is sent: a process that was frozen finds out here, before it does harm. */
    check(): void {
        if (!this.fresh()) this.die(STATUS.leaseLost, "the lease is lost: its last renewal is too long ago");
    }

    fresh(): boolean {
        return this.#renewed !== undefined && elapsed(this.#renewed, this.clock) < this.terms.leaseMillis;
    }

    async release(): Promise<void> {
        if (this.#renewed !== undefined) await this.store.releaseLease(this.owner, this.#fence);
    }
}
