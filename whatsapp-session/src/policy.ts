/** What to do after a connection ended. Each name is one line of the policy; the session knows how to do it. */
export type Action =
    | "reconnect-at-once"
    | "reconnect"
    | "reconnect-slowly"
    | "leave"
    | "logged-out"
    | "start-over"
    | "banned"
    | "outdated"
    | "rest";

/** The library uses 408 for a lost connection too; only the words tell that nobody scanned the QR. */
const NOBODY_SCANNED = "QR refs attempts ended";

/**
 * @param code what the server or the library ended the connection with; none when neither said
 * @param hasAccount whether a phone ever confirmed this device (`creds.account`): a pairing code that nobody typed
 *     leaves credentials that look paired and are refused with 401
 */
export function afterDisconnect(code: number | undefined, message: string, hasAccount: boolean): Action {
    switch (code) {
        case 515:
            return "reconnect-at-once";
        case 440:
            return "leave";
        case 401:
            return hasAccount ? "logged-out" : "start-over";
        case 402:
        case 403:
        case 406:
            return "banned";
        case 405:
            return "outdated";
        case 408:
            return message.includes(NOBODY_SCANNED) ? "rest" : "reconnect";
        case 428:
        case 500:
        case 503:
            return "reconnect";
        case undefined:
        default:
            return "reconnect-slowly";
    }
}
