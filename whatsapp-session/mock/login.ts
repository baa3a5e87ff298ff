import type { BinaryNode } from "baileys";
import type { Connection } from "./connection.js";
import { failure, replaced } from "./disconnects.js";
import type { World } from "./world.js";

/** A device comes back: it is let in if it is who it says, and an older connection of it goes. */
export class Login {
    /** How many were let in since the start. */
    count = 0;

    constructor(private readonly world: World) {}

    enter(connection: Connection): void {
        const refused = this.world.dials.refuse ?? this.unknown(connection);
        if (refused !== undefined) {
            connection.dismiss(failure(refused));
            return;
        }
        const number = connection.payload.device ?? 0;
        for (const older of this.world.connections) if (older.device === number) older.dismiss(replaced());
        connection.device = number;
        this.count++;
        connection.send(this.success(number));
    }

    private unknown({ payload, clientKey }: Connection): string | undefined {
        const device = this.world.devices.get(payload.device);
        const known = device && !device.removed && String(payload.username) === this.world.user;
        return known && device.noiseKey.equals(clientKey) ? undefined : "401";
    }

    private success(device: number): BinaryNode {
        const lid = `${this.world.phone.person.lid}:${device}@lid`;
        const attrs = {
            t: this.world.clock.seconds(),
            props: "1",
            companion_enc_static: "x",
            lid,
            creation: "1",
            location: "mock",
        };
        return { tag: "success", attrs };
    }
}
