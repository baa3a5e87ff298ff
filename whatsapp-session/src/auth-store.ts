import {
    type AuthenticationCreds,
    BufferJSON,
    initAuthCreds,
    proto,
    type SignalDataSet,
    type SignalDataTypeMap,
    type SignalKeyStore,
} from "baileys";
import { type Die, STATUS } from "./end.js";
import type { Lease } from "./lease.js";
import { type Log, reasonOf } from "./log.js";
import { GivenUp, persist, type Sleep } from "./pause.js";
import type { Seal } from "./sealing.js";
import { type Change, LeaseLost, MOST_CHANGES, type Store, type Stored } from "./store.js";

const CREDS = "CREDS";
const KEYS = "K#";

/**
 * The credentials and keys of the session, sealed, in the store. A read or a write that fails is tried again for ever:
 * the library takes a failed read for "no such key" and asks the sender to begin anew. The lease ends the waiting.
 */
export class AuthStore {
    creds: AuthenticationCreds = initAuthCreds();
    #credsChanged = false;
    #credsWriter: Promise<void> = Promise.resolve();
    readonly #writing = new Set<Promise<void>>();

    constructor(
        private readonly store: Store,
        private readonly seal: Seal,
        private readonly lease: Pick<Lease, "fence" | "check">,
        private readonly die: Die,
        private readonly log: Log,
        private readonly sleep: Sleep,
    ) {}

    /** A phone confirmed this device. A pairing code that was asked for and never typed sets `me`, but no account. */
    get paired(): boolean {
        return this.creds.account !== undefined;
    }

    async load(): Promise<void> {
        const [item] = await this.#read([CREDS]);
        if (item?.sealed !== undefined) this.creds = this.#open(item.sk, item.sealed) as AuthenticationCreds;
    }

    /** Forgets everything; the next connection is that of a new device. */
    async startOver(): Promise<void> {
        await this.quiet();
        const names = await this.#persist(() => this.store.names(KEYS));
        this.creds = initAuthCreds();
        await this.#write([CREDS, ...names].map((sk) => ({ sk, remove: true })));
    }

    /** Returns at once; writes follow in order, and what changes meanwhile is one write. */
    credsChanged(): void {
        this.#credsChanged = true;
        this.#credsWriter = this.#credsWriter.then(() => this.#writeCreds());
    }

    async #writeCreds(): Promise<void> {
        if (!this.#credsChanged) return;
        this.#credsChanged = false;
        await this.#write([{ sk: CREDS, sealed: this.#close(CREDS, this.creds) }]);
    }

    /**
     * The keys as one connection sees them. After its end nothing of it is written any more: a message that was still on
     * its way to the queue would put an older state of a conversation's keys over a newer one.
     */
    keysFor(connection: AbortSignal): SignalKeyStore {
        return {
            get: (type, ids) => this.#get(type, ids, connection),
            set: (data) => this.#track(this.#set(data, connection)),
        };
    }

    /** What was being written is written. */
    async quiet(): Promise<void> {
        await Promise.allSettled([...this.#writing]);
        await this.#credsWriter;
    }

    async #get<T extends keyof SignalDataTypeMap>(
        type: T,
        ids: string[],
        connection: AbortSignal,
    ): Promise<Record<string, SignalDataTypeMap[T]>> {
        const names = new Map(ids.map((id) => [nameOf(type, id), id]));
        const found: Record<string, SignalDataTypeMap[T]> = {};
        for (const item of await this.#read([...names.keys()], connection)) {
            const id = names.get(item.sk);
            if (id === undefined || item.sealed === undefined) continue;
            const value = this.#open(item.sk, item.sealed);
            found[id] = (type === "app-state-sync-key" ? syncKey(value) : value) as SignalDataTypeMap[T];
        }
        return found;
    }

    async #set(data: SignalDataSet, connection: AbortSignal): Promise<void> {
        // First which pre-keys are given out, then the pre-keys: the other way round a number could be given out twice.
        await this.#credsWriter;
        const changes: Change[] = [];
        for (const [type, values] of Object.entries(data)) {
            for (const [id, value] of Object.entries(values)) {
                const sk = nameOf(type, id);
                changes.push(value === null ? { sk, remove: true } : { sk, sealed: this.#close(sk, value) });
            }
        }
        if (connection.aborted) throw new GivenUp("the connection is over");
        await this.#write(changes, connection);
    }

    async #track(work: Promise<void>): Promise<void> {
        this.#writing.add(work);
        try {
            await work;
        } finally {
            this.#writing.delete(work);
        }
    }

    #read(sks: readonly string[], connection?: AbortSignal): Promise<Stored[]> {
        return this.#persist(() => this.store.read(sks), connection);
    }

    async #write(changes: readonly Change[], connection?: AbortSignal): Promise<void> {
        for (let from = 0; from < changes.length; from += MOST_CHANGES) {
            const some = changes.slice(from, from + MOST_CHANGES);
            await this.#persist(() => {
                this.lease.check();
                return this.store.write(this.lease.fence, some);
            }, connection);
        }
    }

    async #persist<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
        try {
            return await persist(work, {
                first: 50,
                cap: 5_000,
                sleep: this.sleep,
                signal,
                hopeless: (failure) =>
                    failure instanceof LeaseLost ||
                    (failure instanceof Error && failure.name === "ValidationException"),
                onFailure: (failure) => {
                    this.log.warn(reasonOf(failure), "the key table does not answer");
                },
            });
        } catch (failure) {
            if (failure instanceof LeaseLost)
                this.die(STATUS.leaseLost, "the lease is lost: a write was refused");
            throw failure;
        }
    }

    #close(sk: string, value: unknown): Buffer {
        return this.seal.close(Buffer.from(JSON.stringify(value, BufferJSON.replacer)), this.store.pk, sk);
    }

    #open(sk: string, sealed: Uint8Array): unknown {
        return JSON.parse(this.seal.open(sealed, this.store.pk, sk).toString(), BufferJSON.reviver);
    }
}

const nameOf = (type: string, id: string): string => `${KEYS}${type}#${id}`;

const syncKey = (value: unknown): proto.Message.AppStateSyncKeyData =>
    proto.Message.AppStateSyncKeyData.fromObject(value as Record<string, unknown>);
