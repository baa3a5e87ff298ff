import type { Clock } from "./clock.js";
import type { Connection } from "./connection.js";
import type { Contact } from "./contact.js";
import type { Contacts } from "./contacts.js";
import type { Devices } from "./devices.js";
import type { Media } from "./media.js";
import type { Queue } from "./queue.js";
import type { Store } from "./store.js";
import type { Transcripts } from "./transcripts.js";

/** What the tests turn: how the server answers from now on. */
export interface Dials {
    /** `ok`, `silent`, or the error code that every message is acknowledged with. */
    ackMode: string;
    /** Whether pairing ends at the wall of the passkey. */
    passkey: boolean;
    /** The failure code that every login is answered with. */
    refuse: string | null;
    /** The status that every download of a file is answered with. */
    mediaStatus: number | null;
}

/** What happened since the start. */
export interface Counts {
    /** Messages of the business that the server took. */
    accepted: number;
    /** Messages of customers that a device took. */
    acknowledged: number;
    /** Receipts that customers' phones gave, each counted once however often a device was told. */
    readonly receipts: Set<string>;
}

/** What there is on one server for one business number. */
export interface World {
    /** The digits of the business's number. */
    user: string;
    /** The phone of the business: device 0 of its number. */
    phone: Contact;
    store: Store;
    clock: Clock;
    contacts: Contacts;
    devices: Devices;
    connections: Set<Connection>;
    queue: Queue;
    transcripts: Transcripts;
    media: Media;
    dials: Dials;
    counts: Counts;
    /** The sum of what went wrong inside the mock, for its state. */
    trouble(error: unknown): void;
}
