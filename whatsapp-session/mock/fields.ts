import { badField } from "./refused.js";

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const NUMBER = /^\d{8,15}$/;

/** The fields of a body, each taken by its name; one that makes no sense is refused by that name. */
export class Fields {
    constructor(
        private readonly values: Record<string, unknown>,
        private readonly within = "",
    ) {}

    static parse(body: string): Fields {
        let value: unknown;
        try {
            value = body.trim() ? JSON.parse(body) : {};
        } catch {
            throw badField("body", "is not JSON");
        }
        if (!isObject(value)) throw badField("body", "must be a JSON object");
        return new Fields(value);
    }

    has(name: string): boolean {
        return this.values[name] !== undefined && this.values[name] !== null;
    }

    text(name: string): string {
        const value = this.values[name];
        if (typeof value === "string" && value) return value;
        throw badField(this.within + name, "must be a text that is not empty");
    }

    /** Empty too. */
    anyText(name: string): string {
        return this.values[name] === "" ? "" : this.text(name);
    }

    optionalText(name: string): string | undefined {
        return this.has(name) ? this.text(name) : undefined;
    }

    flag(name: string, otherwise?: boolean): boolean {
        const value = this.has(name) ? this.values[name] : otherwise;
        if (typeof value === "boolean") return value;
        throw badField(this.within + name, "must be true or false");
    }

    decimal(name: string): number {
        const value = this.values[name];
        if (typeof value === "number" && Number.isFinite(value)) return value;
        throw badField(this.within + name, "must be a number");
    }

    whole(name: string, otherwise: number, most: number): number {
        const value = this.has(name) ? this.values[name] : otherwise;
        if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most) return value;
        throw badField(this.within + name, `must be a whole number from 1 to ${most}`);
    }

    time(name: string): Date {
        const value = new Date(this.text(name));
        if (!Number.isNaN(value.getTime())) return value;
        throw badField(this.within + name, "must be a time such as 2026-03-02T09:00:00Z");
    }

    phone(name: string): string {
        return phoneNumber(this.within + name, this.text(name));
    }

    base64(name: string): Buffer {
        const text = this.text(name);
        if (!BASE64.test(text)) throw badField(this.within + name, "must be base64");
        return Buffer.from(text, "base64");
    }

    object(name: string): Fields {
        return new Fields(this.json(name), `${this.within}${name}.`);
    }

    json(name: string): Record<string, unknown> {
        const value = this.values[name];
        if (isObject(value)) return value;
        throw badField(this.within + name, "must be a JSON object");
    }

    /** A list of words of a vocabulary; `off` is the empty list. */
    words<Word extends string>(name: string, known: readonly Word[]): Word[] {
        const value = this.values[name] === "off" ? [] : this.values[name];
        if (Array.isArray(value) && value.every((word): word is Word => (known as unknown[]).includes(word)))
            return value;
        throw badField(this.within + name, `must be "off" or a list of ${known.join(", ")}`);
    }

    word<Word extends string>(name: string, known: readonly Word[]): Word {
        const found = known.find((word) => word === this.values[name]);
        if (found !== undefined) return found;
        throw badField(this.within + name, `must be one of ${known.join(", ")}`);
    }
}

export function phoneNumber(name: string, value: string): string {
    if (NUMBER.test(value)) return value;
    throw badField(name, "must be a phone number, 8 to 15 digits");
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
