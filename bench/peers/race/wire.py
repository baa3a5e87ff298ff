"""HTTP/1.1 with as little of the machine as Python can do it with: the rest is for the sides."""

import asyncio
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit

import httptools
import orjson

from race.payload import Webhook

ACCEPTED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"


class Caller(asyncio.Protocol):
    """One connection, one request at a time."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.answer: asyncio.Future[int] | None = None
        self.parser = httptools.HttpResponseParser(self)

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_message_complete(self) -> None:
        answer, self.answer = self.answer, None
        status = self.parser.get_status_code()
        self.parser = httptools.HttpResponseParser(self)
        if answer is not None and not answer.done():
            answer.set_result(status)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.answer is not None and not self.answer.done():
            self.answer.set_exception(exc or ConnectionResetError("closed before the answer"))

    async def call(self, request: bytes) -> int:
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self.answer


class Target:
    """Where a side takes its webhooks; connections are kept and used again."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.hostname and parts.port
        self.host, self.port = parts.hostname, parts.port
        self.head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        self.idle: list[Caller] = []

    async def post(self, webhook: Webhook) -> int:
        """The status that it is answered with."""
        head = [self.head, f"Content-Length: {len(webhook.body)}\r\n"]
        head += [f"{name}: {value}\r\n" for name, value in webhook.headers.items()]
        caller = await self.connected()
        status = await caller.call("".join([*head, "\r\n"]).encode() + webhook.body)
        self.idle.append(caller)
        return status

    async def connected(self) -> Caller:
        while self.idle:
            caller = self.idle.pop()
            if not caller.transport.is_closing():
                return caller
        loop = asyncio.get_running_loop()
        _, caller = await loop.create_connection(Caller, self.host, self.port)
        return caller

    def close(self) -> None:
        for caller in self.idle:
            caller.transport.close()


class Graph(asyncio.Protocol):
    """Plays the provider: takes every message at once, and tells whom it is for."""

    def __init__(self, taken: Callable[[str], None]) -> None:
        self.taken = taken

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.renew()

    def renew(self) -> None:
        self.parser = httptools.HttpRequestParser(self)
        self.body = b""

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_body(self, part: bytes) -> None:
        self.body += part

    def on_message_complete(self) -> None:
        contact = orjson.loads(self.body).get("to", "")
        if contact:
            self.taken(contact)
        answer = orjson.dumps(
            {
                "messaging_product": "whatsapp",
                "contacts": [{"input": contact, "wa_id": contact}],
                "messages": [{"id": f"wamid.{id(self):x}{asyncio.get_running_loop().time():.9f}"}],
            }
        )
        self.transport.write(ACCEPTED % (len(answer), answer))
        self.renew()
