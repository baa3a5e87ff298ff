"""The loads. Both sides get the same ones from the same driver."""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import perf_counter

from race.payload import Webhooks
from race.wire import Graph, Target

# A provider takes a message to one customer every six seconds for long.
REST = 10.0
PATIENCE = 120.0


@dataclass
class Played:
    """What a load showed: seconds, each from the moment at which its message was due."""

    began: float
    answers: list[float] = field(default_factory=list)
    replies: list[float] = field(default_factory=list)
    sent: int = 0
    refused: int = 0
    answered_in: float = 0
    drained_in: float = 0

    @property
    def unanswered(self) -> int:
        return self.sent - self.refused - len(self.replies)


class Customers:
    """Who writes: whoever has had a reply and rested, else somebody new."""

    def __init__(self, first: int) -> None:
        self.newest = first
        self.rested: deque[tuple[float, str]] = deque()

    def next(self, now: float) -> str:
        if self.rested and self.rested[0][0] <= now:
            return self.rested.popleft()[1]
        self.newest += 1
        return str(self.newest)

    def back(self, contact: str, now: float) -> None:
        self.rested.append((now + REST, contact))


class Driver:
    """Sends webhooks to one side, and hears at the provider what becomes of them.

    The loop's own clock is no use: uvloop's ticks in milliseconds.
    """

    def __init__(self, target: Target, webhooks: Webhooks, customers: Customers) -> None:
        self.target = target
        self.webhooks = webhooks
        self.customers = customers
        self.loop = asyncio.get_running_loop()
        self.waiting: dict[str, asyncio.Future[float]] = {}

    async def listen(self) -> str:
        """Where the provider is, for this side."""
        server = await self.loop.create_server(lambda: Graph(self.taken), "127.0.0.1", 0)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    def taken(self, contact: str) -> None:
        waiting = self.waiting.pop(contact, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(perf_counter())

    async def send(self, played: Played, due: float) -> "asyncio.Future[float] | None":
        """Sends one and waits for the webhook's answer, not for the reply."""
        contact = self.customers.next(due)
        reply = self.waiting[contact] = self.loop.create_future()
        reply.add_done_callback(lambda it: self.heard(played, contact, due, it))
        played.sent += 1
        try:
            status = await self.target.post(self.webhooks.next(contact))
        except OSError:
            status = 0
        now = perf_counter()
        if status != 200:
            played.refused += 1
            self.waiting.pop(contact, None)
            reply.cancel()
            return None
        played.answers.append(now - due)
        played.answered_in = now - played.began
        return reply

    def heard(
        self, played: Played, contact: str, due: float, reply: "asyncio.Future[float]"
    ) -> None:
        if not reply.cancelled():
            played.replies.append(reply.result() - due)
            played.drained_in = reply.result() - played.began
            self.customers.back(contact, reply.result())

    async def open(self, rate: float, seconds: float, seed: int) -> Played:
        """Messages leave when they are due, whatever became of those before them."""
        dice = random.Random(seed)
        played = Played(perf_counter())
        due = played.began
        async with asyncio.TaskGroup() as sending:
            while (due := due + dice.expovariate(rate)) < played.began + seconds:
                await asyncio.sleep(due - perf_counter())
                sending.create_task(self.send(played, due))
        return await self.settled(played)

    async def closed(self, clients: int, seconds: float) -> Played:
        """So many customers, each of whom writes again when the reply is there."""

        async def whole(played: Played) -> None:
            reply = await self.send(played, perf_counter())
            if reply is not None:
                await asyncio.wait([reply], timeout=PATIENCE)

        return await self.busy(clients, seconds, whole)

    async def flood(self, clients: int, seconds: float) -> Played:
        """So many connections, on each of which a webhook follows the answer to the last."""

        async def webhook(played: Played) -> None:
            await self.send(played, perf_counter())

        return await self.busy(clients, seconds, webhook)

    async def busy(
        self, clients: int, seconds: float, act: Callable[[Played], Awaitable[None]]
    ) -> Played:
        played = Played(perf_counter())

        async def client() -> None:
            while perf_counter() < played.began + seconds:
                await act(played)

        async with asyncio.TaskGroup() as running:
            for _ in range(clients):
                running.create_task(client())
        return await self.settled(played)

    async def settled(self, played: Played) -> Played:
        """When every reply is there, or so long after the last one that none comes any more."""
        latest, heard = perf_counter(), -1
        while self.waiting and perf_counter() < latest + PATIENCE:
            if len(played.replies) > heard:
                latest, heard = perf_counter(), len(played.replies)
            await asyncio.sleep(0.05)
        for reply in list(self.waiting.values()):
            reply.cancel()
        self.waiting.clear()
        return played

    async def ready(self, seconds: float) -> None:
        """Until a reply comes all the way here."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            reply = await self.send(Played(perf_counter()), perf_counter())
            if reply is not None and (await asyncio.wait([reply], timeout=5))[0]:
                return
            self.waiting.clear()
            await asyncio.sleep(1)
        raise TimeoutError(f"no reply within {seconds:.0f} s")
