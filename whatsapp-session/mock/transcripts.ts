import { EventEmitter, once } from "node:events";
import type { Clock } from "./clock.js";
import type { Store } from "./store.js";

const STATUSES = ["PENDING", "SENT", "DELIVERED", "READ", "FAILED"] as const;
export type Status = (typeof STATUSES)[number];

/** One line of what a customer's phone shows. */
export interface Line {
    index: number;
    direction: "CUSTOMER" | "BUSINESS";
    at: string;
    kind: string;
    text: string;
    id: string;
    status: Status;
    mediaSha256?: string;
    readAt?: string;
    typingAt?: string;
}

export class Transcripts {
    private readonly lines = new Map<string, Line[]>();
    private readonly news = new EventEmitter().setMaxListeners(0);

    constructor(
        private readonly store: Store,
        private readonly clock: Clock,
    ) {
        for (const [key, line] of store.all<Line>("line/")) this.of(key.split("/")[1] ?? "").push(line);
    }

    add(number: string, line: Omit<Line, "index" | "at" | "status">): Line {
        const lines = this.of(number);
        const added: Line = {
            index: lines.length,
            at: this.clock.now().toISOString(),
            status: "PENDING",
            ...line,
        };
        lines.push(added);
        this.keep(number, added);
        this.news.emit(number);
        return added;
    }

    find(number: string, id: string): Line | undefined {
        return this.of(number).find((line) => line.id === id);
    }

    /** A status never goes back. */
    reach(number: string, id: string, status: Status): void {
        const line = this.find(number, id);
        if (line && STATUSES.indexOf(status) > STATUSES.indexOf(line.status)) {
            this.change(number, line, { status });
        }
    }

    read(number: string, id: string): void {
        const line = this.find(number, id);
        if (line) this.change(number, line, { readAt: this.clock.now().toISOString() });
        this.reach(number, id, "READ");
    }

    /** Who types answers what the customer said last. */
    typing(number: string): void {
        const last = this.of(number).findLast((line) => line.direction === "CUSTOMER");
        if (last) this.change(number, last, { typingAt: this.clock.now().toISOString() });
    }

    /** The lines after that place, waiting for one if there is none. */
    async after(number: string, index: number, waitMillis: number): Promise<Line[]> {
        const late = AbortSignal.timeout(waitMillis);
        while (waitMillis > 0 && !late.aborted && this.of(number).length <= index + 1) {
            await once(this.news, number, { signal: late }).catch(() => undefined);
        }
        return this.of(number).slice(index + 1);
    }

    private change(number: string, line: Line, changes: Partial<Line>): void {
        Object.assign(line, changes);
        this.keep(number, line);
    }

    private keep(number: string, line: Line): void {
        this.store.put(`line/${number}/${line.index}`, line);
    }

    private of(number: string): Line[] {
        const known = this.lines.get(number);
        if (known) return known;
        const made: Line[] = [];
        this.lines.set(number, made);
        return made;
    }
}
