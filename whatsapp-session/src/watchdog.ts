/** Two and a half pings without a word: 37.5 s when they are 15 s apart. */
const SILENCES = 2.5;

export const isSilent = (lastHeard: number, now: number, keepAliveMillis: number): boolean =>
    now - lastHeard > keepAliveMillis * SILENCES;

/**
 * Ends a connection on which nothing comes any more. The library notices too, but then closes politely and waits half a
 * minute for an answer that cannot come; so `terminate` must cut the connection itself.
 */
export class Watchdog {
    #heard: number;
    readonly #timer: NodeJS.Timeout;

    /**
     * @param steady a clock's milliseconds, which never go back
     */
    constructor(
        keepAliveMillis: number,
        terminate: () => void,
        private readonly steady: () => number = () => performance.now(),
    ) {
        this.#heard = steady();
        const look = (): void => {
            if (isSilent(this.#heard, steady(), keepAliveMillis)) terminate();
        };
        this.#timer = setInterval(look, Math.min(1_000, keepAliveMillis / 2));
    }

    heard(): void {
        this.#heard = this.steady();
    }

    stop(): void {
        clearInterval(this.#timer);
    }
}
