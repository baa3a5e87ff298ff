import { type Die, STATUS } from "./end.js";
import { type Log, reasonOf } from "./log.js";
import { persist, type Sleep } from "./pause.js";
import { LeaseLost, type Store } from "./store.js";

export type StateName =
    | "starting"
    | "idle"
    | "pairing"
    | "passkey_required"
    | "connecting"
    | "open"
    | "restricted"
    | "logged_out"
    | "banned"
    | "outdated"
    | "replaced";

export interface Fields {
    readonly state: StateName;
    readonly me?: { readonly pn?: string; readonly lid?: string } | undefined;
    readonly qr?: string | undefined;
    readonly qrExpiresMillis?: number | undefined;
    readonly code?: string | undefined;
    readonly codeExpiresMillis?: number | undefined;
    readonly lastError?: string | undefined;
    readonly restrictedUntilMillis?: number | undefined;
    readonly wish?: string | undefined;
}

export interface Counts {
    in: number;
    out: number;
    undecryptable: number;
}

/** A little less than the alarm's period, so that none of these goes by without a line. */
const TELL_MILLIS = 50_000;

/** The item that the rest of Conserje reads of this session. Only who has the lease writes it. */
export class Status {
    readonly counts: Counts = { in: 0, out: 0, undecryptable: 0 };
    #fields: Fields = { state: "starting" };
    #since = Date.now();
    #told = -TELL_MILLIS;
    #dirty = false;
    #writing: Promise<void> | undefined;

    constructor(
        private readonly store: Store,
        private readonly lease: { readonly owner: string; readonly fence: number },
        private readonly die: Die,
        private readonly log: Log,
        private readonly sleep: Sleep,
    ) {}

    get fields(): Fields {
        return this.#fields;
    }

    /** Goes on from what the last process wrote: the wish that was taken up, a restriction that is not over. */
    inherit(fields: Pick<Fields, "wish" | "restrictedUntilMillis">): void {
        this.#fields = { ...this.#fields, ...fields };
    }

    change(fields: Partial<Fields>): void {
        if (fields.state !== undefined && fields.state !== this.#fields.state) {
            this.#since = Date.now();
            this.log.info({ state: fields.state }, "state");
        }
        this.#fields = { ...this.#fields, ...fields };
        this.publish();
    }

    /** A state that shows no QR and no code. */
    enter(state: StateName, fields: Partial<Fields> = {}): void {
        const nothing = {
            qr: undefined,
            qrExpiresMillis: undefined,
            code: undefined,
            codeExpiresMillis: undefined,
        };
        this.change({ ...nothing, ...fields, state });
    }

    /** Writes once more, after what is being written; what changes meanwhile is one write. */
    publish(): void {
        this.#dirty = true;
        this.#writing ??= this.#write().finally(() => {
            this.#writing = undefined;
        });
    }

    /**
     * A line in the log, once in a minute however often this is called: the alarm counts the minutes that a session was
     * open, so one that says nothing is one that is not.
     *
     * @param steadyMillis of a clock that never goes back
     */
    tell(steadyMillis: number): void {
        if (steadyMillis - this.#told < TELL_MILLIS) return;
        this.#told = steadyMillis;
        this.log.info({ state: this.#fields.state, ...this.counts }, "session");
    }

    /** What was said is written. */
    async settled(): Promise<void> {
        await this.#writing;
    }

    async #write(): Promise<void> {
        try {
            while (this.#dirty) {
                this.#dirty = false;
                await persist(() => this.store.writeState(this.lease.fence, this.#item()), {
                    first: 200,
                    cap: 5_000,
                    sleep: this.sleep,
                    hopeless: (failure) => failure instanceof LeaseLost,
                });
            }
        } catch (failure) {
            if (failure instanceof LeaseLost)
                this.die(STATUS.leaseLost, "the lease is lost: a write was refused");
            this.log.error(reasonOf(failure), "the state could not be written");
        }
    }

    #item(): Record<string, unknown> {
        const { owner, fence } = this.lease;
        const times = { sinceMillis: this.#since, seenMillis: Date.now() };
        return { v: 1, ...this.#fields, ...times, owner, fence, counts: { ...this.counts } };
    }
}
