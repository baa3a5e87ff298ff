import type { CrashPoint } from "./settings.js";

export type Crash = (point: CrashPoint) => void;

/** For tests of what survives: the process kills itself where it was told to, with no chance to tidy up. */
export function crashAt(chosen: CrashPoint | undefined): Crash {
    return (point) => {
        if (point === chosen) process.kill(process.pid, "SIGKILL");
    };
}
