/** Two and a half pings without a word: 37.5 s when they are 15 s apart. */
const SILENCES = 2.5;

export const isSilent = (lastHeard: number, now: number, keepAliveMillis: number): boolean =>
    now - lastHeard > keepAliveMillis * SILENCES;

/**
 * Ends a connection on which nothing comes any more. The library notices too, but then closes politely and waits half a
 * minute for an answer that cannot come; so `terminate` must cut the connection itself.
 */
export class Watchdog {
    #heard = performance.now();
    readonly #timer: NodeJS.Timeout;

    constructor(keepAliveMillis: number, terminate: () => void) {
        const look = (): void => {
            if (isSilent(this.#heard, performance.now(), keepAliveMillis)) terminate();
        };
        this.#timer = setInterval(look, Math.min(1_000, keepAliveMillis / 2));
    }

    heard(): void {
        this.#heard = performance.now();
    }

    stop(): void {
        clearInterval(this.#timer);
    }
}
