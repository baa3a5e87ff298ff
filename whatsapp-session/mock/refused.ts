/** What a caller of the control API did wrong, with the HTTP status that says so. */
export class Refused extends Error {
    constructor(
        readonly status: 400 | 404 | 409,
        message: string,
    ) {
        super(message);
    }
}

export function badField(name: string, why: string): Refused {
    return new Refused(400, `${name}: ${why}`);
}

export function notNow(why: string): Refused {
    return new Refused(409, why);
}
