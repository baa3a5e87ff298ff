import type { SignalKeyStore } from "baileys";
import type { Mapping } from "./chat.js";

/** The pairs that the library stored. It is never asked of the server here: a message would wait for that. */
export function storedMapping(keys: SignalKeyStore): Mapping {
    const look = async (name: string): Promise<string | undefined> => {
        const found = await keys.get("lid-mapping", [name]);
        return found[name];
    };
    return { lidOf: look, pnOf: (lid) => look(`${lid}_reverse`) };
}
