/** Full jitter: anything from nothing to the growing limit, so that what failed together does not come back together. */
export function backoff(attempt: number, first: number, cap: number, random: number): number {
    return Math.floor(random * Math.min(cap, first * 2 ** Math.min(attempt, 30)));
}

/** From 5 to 15 minutes when the first pause is a second: for what only a person or a new version mends. */
export function slowPause(first: number, random: number): number {
    return Math.floor(first * (300 + 600 * random));
}

/** Waits, or wakes early when `signal` is aborted; it never throws. */
export function pause(millis: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        if (signal?.aborted === true) {
            resolve();
            return;
        }
        const done = (): void => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", done);
            resolve();
        };
        const timer = setTimeout(done, millis);
        signal?.addEventListener("abort", done, { once: true });
    });
}

/** The sleep that persistent tries are made with; tests give one that does not wait. */
export type Sleep = (millis: number, signal?: AbortSignal) => Promise<void>;

/** Whoever asked for this is gone: its connection ended or the process is being stopped. */
export class GivenUp extends Error {}

export interface Persistence {
    readonly first: number;
    readonly cap: number;
    readonly sleep: Sleep;
    readonly signal?: AbortSignal | undefined;
    readonly onFailure?: (failure: unknown, attempt: number) => void;
    /** Failures that no repetition mends are thrown on. */
    readonly hopeless?: (failure: unknown) => boolean;
}

/** Tries for ever. */
export async function persist<T>(work: () => Promise<T>, how: Persistence): Promise<T> {
    for (let attempt = 0; ; attempt++) {
        if (how.signal?.aborted === true) throw new GivenUp("given up");
        try {
            return await work();
        } catch (failure) {
            if (how.hopeless?.(failure) === true) throw failure;
            how.onFailure?.(failure, attempt);
            await how.sleep(backoff(attempt, how.first, how.cap, Math.random()) + 10, how.signal);
        }
    }
}

/** Waits for `work`, but no longer than this. */
export async function within(millis: number, work: Promise<unknown>): Promise<void> {
    const done = new AbortController();
    const late = pause(millis, done.signal).then(() => {
        if (!done.signal.aborted) throw new Error("it took too long");
    });
    await Promise.race([work, late]).finally(() => {
        done.abort();
    });
}
