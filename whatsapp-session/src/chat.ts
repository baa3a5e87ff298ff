/** Whose chat a stanza belongs to. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface Chat {
    readonly kind: "person" | "group" | "status" | "newsletter" | "other";
    readonly pn?: string;
    readonly lid?: string;
    readonly group?: string;
    readonly jid?: string;
}

/** Our own numbers, digits only. */
export interface Me {
    readonly pn: string | undefined;
    readonly lid: string | undefined;
}

/** The stored pairs of a telephone number and the number that WhatsApp shows instead of it. */
export interface Mapping {
    pnOf(lid: string): Promise<string | undefined>;
    lidOf(pn: string): Promise<string | undefined>;
}

type Numbers = Pick<Chat, "pn" | "lid">;

export function isFromMe(attributes: Attributes, me: Me): boolean {
    const { pn, lid } = numbersIn([attributes["participant"] ?? attributes["from"]]);
    return (pn !== undefined && pn === me.pn) || (lid !== undefined && lid === me.lid);
}

export async function chatOf(attributes: Attributes, me: Me, mapping: Mapping): Promise<Chat> {
    const from = attributes["from"] ?? "";
    const known = await completed(numbersOf(attributes, me), mapping);
    if (from.endsWith("@g.us")) return { kind: "group", group: from, ...known };
    if (from === "status@broadcast") return { kind: "status", ...known };
    if (from.endsWith("@newsletter")) return { kind: "newsletter", jid: from };
    const person = /@(s\.whatsapp\.net|lid|hosted|hosted\.lid)$/u.test(attributes["recipient"] ?? from);
    if (person && (known.pn ?? known.lid) !== undefined) return { kind: "person", ...known };
    return { kind: "other", jid: from, ...known };
}

/** The group of the queue: what is said in one chat stays in order. */
export const keyOf = (chat: Chat): string => chat.pn ?? chat.lid ?? chat.group ?? chat.jid ?? "nobody";

function numbersOf(attributes: Attributes, me: Me): Numbers {
    const { from, participant, recipient } = attributes;
    if (participant !== undefined) {
        return numbersIn([participant, attributes["participant_pn"], attributes["participant_lid"]]);
    }
    if (recipient !== undefined && isFromMe(attributes, me)) {
        const others = ["recipient_pn", "recipient_lid", "peer_recipient_pn", "peer_recipient_lid"];
        return numbersIn([recipient, ...others.map((name) => attributes[name])]);
    }
    return numbersIn([from, attributes["sender_pn"], attributes["sender_lid"]]);
}

function numbersIn(jids: readonly (string | undefined)[]): Numbers {
    const numbers: { pn?: string; lid?: string } = {};
    for (const jid of jids) {
        const [, digits, , server] = /^(\d+)(_\d+)?(?::\d+)?@(.+)$/u.exec(jid ?? "") ?? [];
        if (digits === undefined) continue;
        if (server === "s.whatsapp.net" || server === "hosted") numbers.pn ??= digits;
        if (server === "lid" || server === "hosted.lid") numbers.lid ??= digits;
    }
    return numbers;
}

async function completed(numbers: Numbers, mapping: Mapping): Promise<Numbers> {
    const pn = numbers.pn ?? (numbers.lid === undefined ? undefined : await mapping.pnOf(numbers.lid));
    const lid = numbers.lid ?? (numbers.pn === undefined ? undefined : await mapping.lidOf(numbers.pn));
    return { ...(pn === undefined ? {} : { pn }), ...(lid === undefined ? {} : { lid }) };
}

export const digitsOf = (jid: string | undefined): string | undefined => /^(\d+)/u.exec(jid ?? "")?.[1];
