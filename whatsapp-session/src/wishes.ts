export type Wish =
    | { readonly id: string; readonly wish: "pair-qr" | "logout" | "forget" }
    | { readonly id: string; readonly wish: "pair-code"; readonly phone: string };

/** What an operator asked for; nothing when it makes no sense or was taken up already. */
export function wishIn(
    item: Readonly<Record<string, unknown>> | undefined,
    last: string | undefined,
): Wish | undefined {
    const { id, wish, phone } = item ?? {};
    if (typeof id !== "string" || id === "" || id === last) return undefined;
    switch (wish) {
        case "pair-qr":
        case "logout":
        case "forget":
            return { id, wish };
        case "pair-code":
            return typeof phone === "string" && /^\d{6,15}$/u.test(phone) ? { id, wish, phone } : undefined;
        default:
            return undefined;
    }
}

/** A pairing that a restart interrupted goes on, if somebody may still stand before it. */
const STILL_WAITING = 10 * 60_000;

export function interrupted(
    item: Readonly<Record<string, unknown>> | undefined,
    state: Readonly<Record<string, unknown>> | undefined,
    nowMillis: number,
): Wish | undefined {
    const last = state?.["wish"];
    if (state?.["state"] !== "pairing" || item?.["id"] !== last) return undefined;
    const since = Number(state["sinceMillis"] ?? 0);
    const wish = nowMillis - since < STILL_WAITING ? wishIn(item, undefined) : undefined;
    return wish?.wish === "pair-qr" || wish?.wish === "pair-code" ? wish : undefined;
}
