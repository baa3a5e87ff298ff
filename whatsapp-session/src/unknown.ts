import { proto } from "baileys";

/**
 * Whether a message has a field that this release has no name for. The library drops such fields without a word, and with
 * them all that was said, when WhatsApp's clients say something new.
 *
 * @see https://protobuf.dev/programming-guides/encoding/#structure
 */
export function hasUnknown(message: Uint8Array): boolean {
    return fields(message).some((field) => Object.keys(proto.Message.decode(field).toJSON()).length === 0);
}

/** Each with its tag, as it stands there. */
function fields(message: Uint8Array): Uint8Array[] {
    const found: Uint8Array[] = [];
    for (let start = 0; start < message.length;) {
        const end = endOf(message, start);
        found.push(message.subarray(start, end));
        start = end;
    }
    return found;
}

function endOf(message: Uint8Array, start: number): number {
    const tag = varint(message, start);
    const end = ((): number => {
        switch (tag.value & 7n) {
            case 0n:
                return varint(message, tag.end).end;
            case 1n:
                return tag.end + 8;
            case 2n: {
                const length = varint(message, tag.end);
                return length.end + Number(length.value);
            }
            case 5n:
                return tag.end + 4;
            default:
                throw new Error("a field of the message has no known shape");
        }
    })();
    if (end > message.length) throw new Error("a field of the message is cut off");
    return end;
}

function varint(bytes: Uint8Array, start: number): { value: bigint; end: number } {
    let value = 0n;
    for (let at = start; at < Math.min(bytes.length, start + 10); at++) {
        const byte = bytes[at] ?? 0;
        value |= BigInt(byte & 0x7f) << BigInt(7 * (at - start));
        if (byte < 0x80) return { value, end: at + 1 };
    }
    throw new Error("a number of the message does not end");
}
