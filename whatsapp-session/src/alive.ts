import { utimes, writeFile } from "node:fs/promises";

export const TOUCH_MILLIS = 5_000;
/** Three touches missed: the process hangs. */
export const STALE_MILLIS = 20_000;

/** Touches the file while the process goes on; a failure is the health check's to find. */
export function keepAlive(file: string): NodeJS.Timeout {
    const touch = async (): Promise<void> => {
        const now = new Date();
        await utimes(file, now, now).catch(() => writeFile(file, ""));
    };
    const again = (): void => {
        touch().catch(() => undefined);
    };
    again();
    return setInterval(again, TOUCH_MILLIS);
}

/** Why the process is not well, or nothing when it is. */
export function illness(touchedMillis: number | undefined, nowMillis: number): string | undefined {
    if (touchedMillis === undefined) return "the process has not said that it lives";
    const age = nowMillis - touchedMillis;
    return age > STALE_MILLIS ? `the process was last seen alive ${Math.round(age / 1000)} s ago` : undefined;
}
