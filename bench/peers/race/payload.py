"""The webhooks that both sides get: the project's own event, by another customer each time."""

import json
import time
from base64 import b64encode
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from stack.signature import HEADER, sign

ROOT = Path(__file__).resolve().parents[3]
EVENT = ROOT / "events/MessagingFunction/receive-whatsapp-text.json"
QUESTIONS = (
    "¿A qué hora abren?",
    "How much is it?",
    "¿Dónde están?",
    "Is there parking?",
    "¿Cuáles son los precios?",
)


@dataclass(frozen=True)
class Account:
    """The business's account with the provider."""

    app_secret: str
    access_token: str
    phone_id: str
    display_phone: str
    business_id: str


@dataclass(frozen=True)
class Webhook:
    contact: str
    body: bytes
    headers: dict[str, str]


class Webhooks:
    """Makes webhooks of one account, each with an id of its own."""

    def __init__(self, account: Account) -> None:
        self.account = account
        event = json.loads(EVENT.read_text("utf-8"))
        self.template = event["body"]
        self.agent = event["headers"]["user-agent"]
        self.numbers = count(1)

    def next(self, contact: str) -> Webhook:
        number = next(self.numbers)
        webhook = json.loads(self.template)
        entry = webhook["entry"][0]
        entry["id"] = self.account.business_id
        value: dict[str, Any] = entry["changes"][0]["value"]
        value["metadata"] = {
            "display_phone_number": self.account.display_phone,
            "phone_number_id": self.account.phone_id,
        }
        value["contacts"][0].update(wa_id=contact, user_id=f"PA.1349120{contact}")
        value["messages"][0].update(
            {
                "from": contact,
                "id": "wamid." + b64encode(f"HBgL{contact}#{number:012}".encode()).decode(),
                "timestamp": str(int(time.time())),
                "text": {"body": QUESTIONS[number % len(QUESTIONS)]},
            }
        )
        body = json.dumps(webhook, separators=(",", ":")).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": self.agent,
            HEADER: sign(self.account.app_secret.encode(), body),
        }
        return Webhook(contact, body, headers)
