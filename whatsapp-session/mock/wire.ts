import { getAllBinaryNodeChildren, type BinaryNode } from "baileys";

const KEPT = 20_000;

interface Passed {
    index: number;
    direction: "in" | "out";
    at: string;
    tag: string;
    attrs: Record<string, string>;
    children: string[];
}

/** Which nodes went over the wire, without what they held. */
export class Wire {
    private readonly passed: Passed[] = [];
    private count = 0;

    note(direction: Passed["direction"], node: BinaryNode): void {
        this.passed.push({
            index: this.count++,
            direction,
            at: new Date().toISOString(),
            tag: node.tag,
            attrs: node.attrs,
            children: getAllBinaryNodeChildren(node).map((child) => child.tag),
        });
        if (this.passed.length > KEPT) this.passed.shift();
    }

    after(index: number): Passed[] {
        return this.passed.filter((one) => one.index > index);
    }
}
