import type { AuthStore } from "./auth-store.js";
import { digitsOf } from "./chat.js";
import { type Around, Connection, type Ending, type Listener } from "./connection.js";
import type { Door } from "./door.js";
import { mask, reasonOf } from "./log.js";
import { backoff, slowPause, type Sleep } from "./pause.js";
import { afterDisconnect } from "./policy.js";
import type { StateName, Status } from "./status.js";
import type { Wish } from "./wishes.js";

type Pairing = { readonly by: "qr" } | { readonly by: "code"; readonly phone: string };

export interface Surroundings extends Around {
    readonly status: Status;
    readonly door: Door;
    readonly sleep: Sleep;
    /** 440: somebody else speaks for this device. */
    readonly leave: () => Promise<never>;
}

/** The library's: the first QR lasts a minute, those after it 20 s. */
const FIRST_QR_MILLIS = 60_000;
const QR_MILLIS = 20_000;
const CODE_MILLIS = 180_000;
const MOST_AT_ONCE = 3;

/** Goes from connection to connection, and does what the policy and the operators say in between. */
export class Session implements Listener {
    #connection: Connection | undefined;
    #pairing: Pairing | undefined;
    /** Why nothing is tried until somebody wishes it. */
    #resting: StateName | undefined;
    #wish: Wish | undefined;
    #woken = new AbortController();
    #attempts = 0;
    #atOnce = 0;
    #qrs = 0;

    constructor(private readonly s: Surroundings) {}

    get #auth(): AuthStore {
        return this.s.auth;
    }

    rest(state: StateName): void {
        this.#resting = state;
    }

    get open(): boolean {
        return this.s.door.isOpen;
    }

    async run(stop: AbortSignal): Promise<void> {
        while (!asked(stop)) {
            await this.#takeUp();
            if (!this.#mayConnect()) {
                await this.#rested();
                continue;
            }
            const last = await this.#connect(stop);
            if (!asked(stop) && this.#wish === undefined) await this.#after(last);
        }
    }

    #mayConnect(): boolean {
        return this.#resting === undefined && (this.#auth.paired || this.#pairing !== undefined);
    }

    async #rested(): Promise<void> {
        this.s.status.enter(this.#resting ?? "idle");
        await this.#wait(2 ** 30);
    }

    async #connect(stop: AbortSignal): Promise<Ending> {
        // A code that nobody typed leaves a half-paired device, with which the server refuses a login.
        if (!this.#auth.paired && this.#auth.creds.me !== undefined) await this.#auth.startOver();
        this.#qrs = 0;
        if (this.#auth.paired) this.s.status.enter("connecting");
        this.s.lease.check();
        const connection = new Connection(this.s, this);
        this.#connection = connection;
        // It was asked to end between two connections.
        if (stop.aborted) void connection.stop();
        const ending = await connection.ended;
        this.#connection = undefined;
        this.s.door.close();
        await this.#auth.quiet();
        return ending;
    }

    /** One action of the policy each. */
    async #after(ending: Ending): Promise<void> {
        const { code, message, openMillis } = ending;
        const { timing } = this.s.settings;
        const action = afterDisconnect(code, message, this.#auth.paired);
        const lastError = mask(`${code ?? "none"} ${message}`);
        this.s.log.info({ code, action, reason: mask(message) }, "the connection ended");
        // Stable again: what went wrong before is history.
        if (openMillis >= timing.backoffMillis * 300) this.#attempts = 0;
        if (action !== "reconnect-at-once") this.#atOnce = 0;
        switch (action) {
            case "reconnect-at-once":
                if (++this.#atOnce > MOST_AT_ONCE) await this.#backOff(lastError);
                return;
            case "reconnect":
                await this.#backOff(lastError);
                return;
            case "reconnect-slowly":
                await this.#slowly("connecting", lastError);
                return;
            case "outdated":
                await this.#slowly("outdated", lastError);
                return;
            case "leave":
                this.s.status.enter("replaced", { lastError });
                await this.s.leave();
                return;
            case "logged-out":
                this.#resting = "logged_out";
                this.s.status.enter("logged_out", { lastError });
                return;
            case "banned":
                this.#resting = "banned";
                this.s.status.enter("banned", { lastError });
                return;
            case "start-over":
                await this.#auth.startOver();
                this.#pairing ??= { by: "qr" };
                await this.#backOff(lastError);
                return;
            case "rest":
                this.#pairing = undefined;
                if (this.s.status.fields.state === "passkey_required") this.#resting = "passkey_required";
                this.s.status.enter(this.#resting ?? "idle", { lastError });
        }
    }

    async #backOff(lastError: string): Promise<void> {
        const { backoffMillis } = this.s.settings.timing;
        this.s.status.enter(this.#auth.paired ? "connecting" : "pairing", { lastError });
        await this.#wait(backoff(this.#attempts++, backoffMillis, backoffMillis * 300, Math.random()));
    }

    async #slowly(state: StateName, lastError: string): Promise<void> {
        this.s.status.enter(state, { lastError });
        await this.#wait(slowPause(this.s.settings.timing.backoffMillis, Math.random()));
    }

    /** Ends early when a wish comes or the process is to end. */
    async #wait(millis: number): Promise<void> {
        if (this.#wish === undefined) await this.s.sleep(millis, this.#woken.signal);
    }

    /** An operator wishes something; it is done when the connection that stands against it has ended. */
    async onWish(wish: Wish): Promise<void> {
        const pairing = wish.wish === "pair-qr" || wish.wish === "pair-code";
        if (pairing && this.#auth.paired && this.#resting === undefined) {
            this.s.status.change({ wish: wish.id, lastError: "it is paired already" });
            return;
        }
        this.#wish = wish;
        if (this.#connection === undefined) this.#woken.abort();
        else await (wish.wish === "logout" ? this.#connection.logout() : this.#connection.stop());
    }

    async #takeUp(): Promise<void> {
        const wish = this.#wish;
        if (wish === undefined) return;
        this.#woken = new AbortController();
        this.#attempts = 0;
        switch (wish.wish) {
            case "logout":
                this.#pairing = undefined;
                if (this.#auth.paired) this.#resting = "logged_out";
                this.s.status.enter(this.#resting ?? "idle", { wish: wish.id });
                break;
            case "forget":
                this.#pairing = undefined;
                this.#resting = undefined;
                await this.#auth.startOver();
                this.s.status.enter("idle", {
                    wish: wish.id,
                    me: undefined,
                    restrictedUntilMillis: undefined,
                });
                break;
            case "pair-qr":
            case "pair-code":
                this.#resting = undefined;
                await this.#auth.startOver();
                this.#pairing = wish.wish === "pair-code" ? { by: "code", phone: wish.phone } : { by: "qr" };
                this.s.status.enter("pairing", { wish: wish.id, me: undefined, lastError: undefined });
        }
        if (this.#wish === wish) this.#wish = undefined;
    }

    qr(connection: Connection, qr: string): void {
        const first = this.#qrs++ === 0;
        if (this.#pairing?.by !== "code") {
            const qrExpiresMillis = Date.now() + (first ? FIRST_QR_MILLIS : QR_MILLIS);
            this.s.status.enter("pairing", { qr, qrExpiresMillis });
            return;
        }
        if (!first) return;
        connection.requestPairingCode(this.#pairing.phone).then(
            (code) => {
                this.s.status.enter("pairing", { code, codeExpiresMillis: Date.now() + CODE_MILLIS });
            },
            (failure: unknown) => {
                this.s.log.warn(reasonOf(failure), "there is no pairing code");
                void connection.stop();
            },
        );
    }

    opened(connection: Connection): void {
        this.#pairing = undefined;
        const { me } = this.#auth.creds;
        const [pn, lid] = [digitsOf(me?.id), digitsOf(me?.lid)];
        const names = { ...(pn === undefined ? {} : { pn }), ...(lid === undefined ? {} : { lid }) };
        this.s.status.enter(this.restricted() ? "restricted" : "open", { me: names, lastError: undefined });
        this.s.door.open(connection);
    }

    passkey(): void {
        this.s.status.enter("passkey_required");
    }

    restricted = (): boolean => (this.s.status.fields.restrictedUntilMillis ?? 0) > Date.now();

    restriction(untilMillis: number | undefined): void {
        this.s.status.change({ restrictedUntilMillis: untilMillis });
        this.review();
    }

    /** A restriction ends by itself when its time is over. */
    review(): void {
        const { state, restrictedUntilMillis } = this.s.status.fields;
        if (!this.open) return;
        const restricted = this.restricted();
        if (state === "open" && restricted) this.s.status.change({ state: "restricted" });
        if (restrictedUntilMillis !== undefined && !restricted) {
            this.s.status.change({ state: "open", restrictedUntilMillis: undefined });
        }
    }

    /** The commands have ended; now the connection does. */
    async stop(): Promise<void> {
        this.#woken.abort();
        await this.#connection?.stop();
    }
}
/** Asked anew each time: the compiler takes a flag that it has seen once for settled. */
const asked = (stop: AbortSignal): boolean => stop.aborted;
