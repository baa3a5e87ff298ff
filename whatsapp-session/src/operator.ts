import type { AuthStore } from "./auth-store.js";
import { type Log, reasonOf } from "./log.js";
import { pause, persist } from "./pause.js";
import type { Session } from "./session.js";
import type { Settings } from "./settings.js";
import type { Status } from "./status.js";
import type { Store } from "./store.js";
import { interrupted, wishIn } from "./wishes.js";

/** Goes on where the last process was. */
export async function recall(
    store: Store,
    status: Status,
    session: Session,
    auth: AuthStore,
    signal: AbortSignal,
): Promise<void> {
    const stubborn = { first: 200, cap: 5_000, sleep: pause, signal };
    const state = await persist(() => store.readState("STATE"), stubborn);
    const item = await persist(() => store.readState("WISH"), stubborn);
    await auth.load();
    const { wish, restrictedUntilMillis: until } = state ?? {};
    status.inherit({
        ...(typeof wish === "string" ? { wish } : {}),
        ...(typeof until === "number" ? { restrictedUntilMillis: until } : {}),
    });
    if (state?.["state"] === "logged_out" && auth.paired) {
        session.rest("logged_out");
        status.enter("logged_out");
    }
    const unfinished = interrupted(item, state, Date.now());
    if (unfinished !== undefined && !auth.paired) await session.onWish(unfinished);
    status.publish();
}

/** Every second while somebody may stand before it; while it is open, with each renewal. */
export async function watchWishes(
    store: Store,
    status: Status,
    session: Session,
    settings: Settings,
    log: Log,
    signal: AbortSignal,
): Promise<void> {
    const ending = (): boolean => signal.aborted;
    while (!ending()) {
        await pause(session.open ? settings.timing.renewMillis : settings.timing.wishMillis, signal);
        try {
            const wish = wishIn(await store.readState("WISH"), status.fields.wish);
            if (wish === undefined || ending()) continue;
            log.info({ wish: wish.wish }, "a wish");
            await session.onWish(wish);
            // Taken up once: it is in the state before it is looked for again.
            while (status.fields.wish !== wish.id && !ending()) await pause(50, signal);
        } catch (failure) {
            log.warn(reasonOf(failure), "the wishes could not be read");
        }
    }
}
