import { Curve, proto, type KeyPair } from "baileys";
import type { Store } from "./store.js";

const { Details } = proto.CertChain.NoiseCertificate;

/** The keys the server is known by: a client that trusts the root accepts the rest. */
export interface ServerKeys {
    root: KeyPair;
    intermediate: KeyPair;
    identity: KeyPair;
}

export function serverKeys(store: Store): ServerKeys {
    return store.getOr("server-keys", () => ({
        root: Curve.generateKeyPair(),
        intermediate: Curve.generateKeyPair(),
        identity: Curve.generateKeyPair(),
    }));
}

export function certificates({ root, intermediate, identity }: ServerKeys): Uint8Array {
    const middle = Details.encode({ serial: 1, issuerSerial: 0, key: intermediate.public }).finish();
    const leaf = Details.encode({ serial: 2, issuerSerial: 1, key: identity.public }).finish();
    return proto.CertChain.encode({
        intermediate: { details: middle, signature: Curve.sign(root.private, middle) },
        leaf: { details: leaf, signature: Curve.sign(intermediate.private, leaf) },
    }).finish();
}
