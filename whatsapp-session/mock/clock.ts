/** The server's time: the real one, until it is told to stand still at another. */
export class Clock {
    private standing: Date | undefined;

    standAt(time: Date | undefined): void {
        this.standing = time;
    }

    now(): Date {
        return this.standing ?? new Date();
    }

    /** As stanzas have it. */
    seconds(): string {
        return String(Math.floor(this.now().getTime() / 1000));
    }
}
