import type { Link } from "./outbound.js";

/** Where the commands wait for an open connection. */
export class Door {
    #link: Link | undefined;
    readonly #waiting = new Set<() => void>();

    get isOpen(): boolean {
        return this.#link?.over.aborted === false;
    }

    open(link: Link): void {
        this.#link = link;
        for (const wake of this.#waiting) wake();
    }

    close(): void {
        this.#link = undefined;
    }

    async opened(stop: AbortSignal): Promise<Link | undefined> {
        while ((this.#link === undefined || this.#link.over.aborted) && !stop.aborted) {
            await new Promise<void>((resolve) => {
                const wake = (): void => {
                    this.#waiting.delete(wake);
                    stop.removeEventListener("abort", wake);
                    resolve();
                };
                this.#waiting.add(wake);
                stop.addEventListener("abort", wake);
            });
        }
        return stop.aborted ? undefined : this.#link;
    }
}
