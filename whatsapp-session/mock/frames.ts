const LENGTH_BYTES = 3;
const INTRO_BYTES = 4;
const ROUTING_BYTES = 7;

/** Cuts what arrives into the four bytes of the intro and the frames after them. */
export class FrameReader {
    private rest = Buffer.alloc(0);
    private intro: Buffer | undefined;

    get prologue(): Buffer {
        if (!this.intro) throw new Error("no intro has come yet");
        return this.intro;
    }

    take(data: Buffer): Buffer[] {
        this.rest = Buffer.concat([this.rest, data]);
        if (!this.intro && !this.readIntro()) return [];
        const frames: Buffer[] = [];
        for (let frame = this.next(); frame; frame = this.next()) frames.push(frame);
        return frames;
    }

    private readIntro(): boolean {
        const routing = this.routing();
        if (this.rest.length < routing + INTRO_BYTES) return false;
        this.intro = this.cut(routing + INTRO_BYTES).subarray(routing);
        return true;
    }

    /** The client may name the edge it wants before the intro; there is but one here. */
    private routing(): number {
        if (this.rest.subarray(0, 2).toString() !== "ED") return 0;
        if (this.rest.length < ROUTING_BYTES) return ROUTING_BYTES;
        return ROUTING_BYTES + this.rest.readUIntBE(4, 3);
    }

    private next(): Buffer | undefined {
        if (this.rest.length < LENGTH_BYTES) return undefined;
        const length = this.rest.readUIntBE(0, LENGTH_BYTES);
        if (this.rest.length < LENGTH_BYTES + length) return undefined;
        return this.cut(LENGTH_BYTES + length).subarray(LENGTH_BYTES);
    }

    private cut(length: number): Buffer {
        const piece = Buffer.from(this.rest.subarray(0, length));
        this.rest = this.rest.subarray(length);
        return piece;
    }
}

export function framed(bytes: Uint8Array): Buffer {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUIntBE(bytes.length, 0, LENGTH_BYTES);
    return Buffer.concat([length, bytes]);
}
