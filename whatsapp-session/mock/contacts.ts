import { jidDecode } from "baileys";
import { sha256 } from "./bytes.js";
import { Contact, type Person } from "./contact.js";
import type { Store } from "./store.js";

/** Everybody who has WhatsApp: whoever is asked for by number is there. */
export class Contacts {
    private readonly byNumber = new Map<string, Contact>();
    private readonly byLid = new Map<string, Contact>();

    constructor(private readonly store: Store) {
        for (const [, person] of store.all<Person>("contact/")) this.add(person);
    }

    of(number: string): Contact {
        return (
            this.byNumber.get(number) ??
            this.add(this.store.getOr(`contact/${number}`, () => Contact.create(number, lidOf(number))))
        );
    }

    /** Whom a jid means. A LID says nothing of its number, so its owner must be known already. */
    named(jid: string): Contact | undefined {
        const decoded = jidDecode(jid);
        if (!decoded) return undefined;
        if (decoded.server === "lid") return this.byLid.get(decoded.user);
        return decoded.server === "s.whatsapp.net" ? this.of(decoded.user) : undefined;
    }

    private add(person: Person): Contact {
        const contact = new Contact(person, this.store);
        this.byNumber.set(person.number, contact);
        this.byLid.set(person.lid, contact);
        return contact;
    }
}

/** Fifteen digits that always come out the same for a number. */
export function lidOf(number: string): string {
    const digits = sha256(Buffer.from(number)).readBigUInt64BE() % 100_000_000_000_000n;
    return `1${digits.toString().padStart(14, "0")}`;
}
