/** What the container needs of its two tables. All of it belongs to one session (`pk` is the session's). */
export interface Store {
    readonly pk: string;
    takeLease(owner: string, nowMillis: number, untilMillis: number): Promise<number | undefined>;
    /** False when somebody else took it. */
    renewLease(owner: string, fence: number, untilMillis: number): Promise<boolean>;
    releaseLease(owner: string, fence: number): Promise<void>;
    /** Consistent, in no order, without those that are not there. */
    read(sks: readonly string[]): Promise<Stored[]>;
    /** All names that begin so. */
    names(prefix: string): Promise<string[]>;
    readState(sk: "STATE" | "WISH"): Promise<Record<string, unknown> | undefined>;
    /** All or nothing, and only while the lease has this fence; at most 99 changes. Else `LeaseLost`. */
    write(fence: number, changes: readonly Change[]): Promise<void>;
    writeState(fence: number, state: Record<string, unknown>): Promise<void>;
}

export interface Stored {
    readonly sk: string;
    readonly sealed?: Uint8Array;
    readonly ref?: string;
}

export type Change =
    | { readonly sk: string; readonly sealed: Uint8Array }
    | { readonly sk: string; readonly ref: string | undefined; readonly expiresAt: number }
    | { readonly sk: string; readonly remove: true };

export const MOST_CHANGES = 99;

export class LeaseLost extends Error {}
