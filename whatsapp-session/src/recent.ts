/** The names of the last so many. */
export class Recent {
    readonly #names = new Set<string>();

    constructor(private readonly most: number) {}

    add(name: string): void {
        this.#names.add(name);
        const [oldest] = this.#names;
        if (this.#names.size > this.most && oldest !== undefined) this.#names.delete(oldest);
    }

    has(name: string): boolean {
        return this.#names.has(name);
    }
}
