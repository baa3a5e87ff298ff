import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** Plain values as DynamoDB's attributes; what is undefined is left out. */
export function toItem(value: Record<string, unknown>): Record<string, AttributeValue> {
    const item: Record<string, AttributeValue> = {};
    for (const [name, field] of Object.entries(value)) {
        const attribute = toAttribute(field);
        if (attribute !== undefined) item[name] = attribute;
    }
    return item;
}

export function fromItem(item: Record<string, AttributeValue>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, fromAttribute(value)]));
}

function toAttribute(value: unknown): AttributeValue | undefined {
    if (typeof value === "string") return { S: value };
    if (typeof value === "number") return { N: String(value) };
    if (typeof value === "boolean") return { BOOL: value };
    if (typeof value !== "object" || value === null) return undefined;
    return { M: toItem(value as Record<string, unknown>) };
}

function fromAttribute(value: AttributeValue): unknown {
    if (value.S !== undefined) return value.S;
    if (value.N !== undefined) return Number(value.N);
    if (value.BOOL !== undefined) return value.BOOL;
    if (value.M !== undefined) return fromItem(value.M);
    return undefined;
}
