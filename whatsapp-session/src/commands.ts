/** Reads what the rest of Conserje tells this session to do. Nothing here knows a queue or a socket. */
export interface To {
    readonly pn?: string;
    readonly lid?: string;
}

export type MediaKind = "image" | "video" | "audio" | "voice" | "document" | "sticker";

export type Content =
    | { readonly kind: "text"; readonly text: string; readonly quotes?: string }
    | {
          readonly kind: MediaKind;
          readonly url: string;
          readonly mimetype?: string;
          readonly fileName?: string;
          readonly caption?: string;
      }
    | {
          readonly kind: "location";
          readonly latitude: number;
          readonly longitude: number;
          readonly name?: string;
          readonly address?: string;
      }
    | { readonly kind: "contact"; readonly name: string; readonly phone: string }
    | { readonly kind: "reaction"; readonly to: string; readonly emoji: string };

export interface Send {
    readonly type: "send";
    readonly id: string;
    readonly ref: string | undefined;
    readonly to: To;
    readonly expiresAt: number | undefined;
    readonly typingMillis: number;
    readonly unasked: boolean;
    readonly content: Content;
}

export interface Read {
    readonly type: "read";
    readonly id: string;
    readonly to: To;
    readonly typing: boolean;
}

export type Command =
    | Send
    | Read
    | { readonly type: "unsendable"; readonly id: string; readonly ref: string; readonly reason: string }
    | { readonly type: "unreadable"; readonly reason: string };

class Nonsense extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const LONGEST_TYPING = 10_000;
const MEDIA: readonly string[] = ["image", "video", "audio", "voice", "document", "sticker"];

export function readCommand(body: string): Command {
    let fields: Fields = {};
    try {
        fields = object(JSON.parse(body), "the body");
        if (fields["v"] !== 1) throw new Nonsense("v is not 1");
        if (fields["type"] === "send") return send(fields);
        if (fields["type"] === "read") return read(fields);
        throw new Nonsense("type is neither send nor read");
    } catch (failure) {
        const reason = failure instanceof Nonsense ? failure.message : "it is not JSON";
        const { id, ref } = fields;
        if (typeof ref !== "string") return { type: "unreadable", reason };
        return { type: "unsendable", id: typeof id === "string" ? id : "", ref, reason };
    }
}

function send(fields: Fields): Send {
    const id = text(fields, "id");
    if (!/^3EB0[0-9A-F]{18}$/u.test(id)) throw new Nonsense("id is not 3EB0 and 18 hex digits");
    return {
        type: "send",
        id,
        ref: maybe(fields, "ref"),
        to: recipient(fields),
        expiresAt: fields["expiresAt"] === undefined ? undefined : number(fields, "expiresAt"),
        typingMillis: Math.min(LONGEST_TYPING, Math.max(0, Number(fields["typingMillis"] ?? 0) || 0)),
        unasked: fields["unasked"] === true,
        content: content(object(fields["content"], "content")),
    };
}

function read(fields: Fields): Read {
    return { type: "read", id: text(fields, "id"), to: recipient(fields), typing: fields["typing"] === true };
}

function recipient(fields: Fields): To {
    const to = object(fields["to"], "to");
    const [pn, lid] = [maybe(to, "pn"), maybe(to, "lid")];
    const known = [pn, lid].filter((one) => one !== undefined);
    if (known.length === 0) throw new Nonsense("to names nobody");
    if (!known.every((one) => /^\d{5,20}$/u.test(one))) throw new Nonsense("to is not digits");
    return { ...(pn === undefined ? {} : { pn }), ...(lid === undefined ? {} : { lid }) };
}

function content(fields: Fields): Content {
    const kind = text(fields, "kind");
    if (MEDIA.includes(kind)) {
        return {
            kind: kind as MediaKind,
            url: text(fields, "url"),
            ...given(fields, "mimetype", "fileName", "caption"),
        };
    }
    switch (kind) {
        case "text":
            return { kind, text: text(fields, "text"), ...given(fields, "quotes") };
        case "location":
            return {
                kind,
                latitude: number(fields, "latitude"),
                longitude: number(fields, "longitude"),
                ...given(fields, "name", "address"),
            };
        case "contact":
            return { kind, name: text(fields, "name"), phone: text(fields, "phone") };
        case "reaction":
            // An empty emoji takes a reaction back.
            return { kind, to: text(fields, "to"), emoji: maybe(fields, "emoji") ?? "" };
        default:
            throw new Nonsense("content.kind is not known");
    }
}

function object(value: unknown, name: string): Fields {
    if (typeof value !== "object" || value === null) throw new Nonsense(`${name} is not an object`);
    return value as Fields;
}

function text(fields: Fields, name: string): string {
    const value = fields[name];
    if (typeof value !== "string" || value === "") throw new Nonsense(`${name} is missing`);
    return value;
}

function number(fields: Fields, name: string): number {
    const value = fields[name];
    if (typeof value !== "number" || !Number.isFinite(value)) throw new Nonsense(`${name} is not a number`);
    return value;
}

function maybe(fields: Fields, name: string): string | undefined {
    const value = fields[name];
    return typeof value === "string" ? value : undefined;
}

function given<N extends string>(fields: Fields, ...names: N[]): Partial<Record<N, string>> {
    const found: Partial<Record<N, string>> = {};
    for (const name of names) {
        const value = maybe(fields, name);
        if (value !== undefined) found[name] = value;
    }
    return found;
}
