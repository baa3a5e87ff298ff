import json
import unittest

from race.payload import EVENT, Account, Webhooks
from stack.signature import HEADER, is_signed, sign

ACCOUNT = Account("secret", "token", "1065", "1555", "1022")


class Signatures(unittest.TestCase):
    def test_is_the_one_that_meta_makes(self) -> None:
        # RFC 4231, test case 2.
        self.assertEqual(
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            sign(b"Jefe", b"what do ya want for nothing?"),
        )

    def test_holds_for_the_body_and_the_secret_that_it_was_made_of(self) -> None:
        signature = sign(b"secret", b"{}")
        self.assertTrue(is_signed(b"secret", b"{}", signature))
        self.assertFalse(is_signed(b"secret", b"{ }", signature))
        self.assertFalse(is_signed(b"other", b"{}", signature))

    def test_is_not_held_by_anything_else_in_the_header(self) -> None:
        for other in ("", "sha256=", "sha1=" + "0" * 40, "sha256=ñandú"):
            self.assertFalse(is_signed(b"secret", b"{}", other))


class SentWebhooks(unittest.TestCase):
    def setUp(self) -> None:
        self.webhooks = Webhooks(ACCOUNT)

    def test_are_signed_by_the_account(self) -> None:
        webhook = self.webhooks.next("50760000001")
        self.assertTrue(is_signed(b"secret", webhook.body, webhook.headers[HEADER]))

    def test_have_the_shape_of_the_projects_event(self) -> None:
        event = json.loads(json.loads(EVENT.read_text("utf-8"))["body"])
        self.assertEqual(shape(event), shape(json.loads(self.webhooks.next("1").body)))

    def test_say_who_writes_to_whom(self) -> None:
        entry = json.loads(self.webhooks.next("50760000001").body)["entry"][0]
        value = entry["changes"][0]["value"]
        self.assertEqual("1022", entry["id"])
        self.assertEqual("1065", value["metadata"]["phone_number_id"])
        self.assertEqual("50760000001", value["contacts"][0]["wa_id"])
        self.assertEqual("50760000001", value["messages"][0]["from"])

    def test_have_an_id_each(self) -> None:
        messages = [json.loads(self.webhooks.next("1").body) for _ in range(3)]
        ids = {it["entry"][0]["changes"][0]["value"]["messages"][0]["id"] for it in messages}
        self.assertEqual(3, len(ids))


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {name: shape(its) for name, its in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    return type(value).__name__


if __name__ == "__main__":
    unittest.main()
