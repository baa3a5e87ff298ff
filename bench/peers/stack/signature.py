"""Meta's signature of a webhook."""

import hashlib
import hmac

HEADER = "X-Hub-Signature-256"


def sign(secret: bytes, body: bytes) -> str:
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def is_signed(secret: bytes, body: bytes, signature: str) -> bool:
    # Bytes: compare_digest refuses text that is not ASCII, and anybody may send such a header.
    return hmac.compare_digest(sign(secret, body).encode(), signature.encode("utf-8", "replace"))
