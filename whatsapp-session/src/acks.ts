import type { BinaryNode } from "baileys";
import { pause } from "./pause.js";

export type Ack =
    | { readonly kind: "taken"; readonly t?: number }
    | { readonly kind: "error"; readonly code: string; readonly t?: number }
    | { readonly kind: "none" };

/** The server's word that it took a message. The library's own promise says only that bytes were written. */
export class Acks {
    readonly #waiting = new Map<string, (ack: Ack) => void>();

    heard(stanza: BinaryNode): void {
        const { id, error, t } = stanza.attrs;
        const tell = id === undefined ? undefined : this.#waiting.get(id);
        const at = Number(t) > 0 ? { t: Number(t) } : {};
        tell?.(error === undefined ? { kind: "taken", ...at } : { kind: "error", code: error, ...at });
    }

    /** Listens from now on, for the answer may come before `send` does; the time counts from the end of `send`. */
    async during(id: string, send: () => Promise<void>, millis: number, over: AbortSignal): Promise<Ack> {
        const answer = new Promise<Ack>((resolve) => this.#waiting.set(id, resolve));
        const done = new AbortController();
        try {
            await send();
            const silence = pause(millis, AbortSignal.any([over, done.signal])).then((): Ack => ({
                kind: "none",
            }));
            return await Promise.race([answer, silence]);
        } finally {
            done.abort();
            this.#waiting.delete(id);
        }
    }
}
