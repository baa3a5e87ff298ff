"""Plays the same rounds to both sides in turn."""

import asyncio
from dataclasses import dataclass

from race.drive import Customers, Driver, Played
from race.figures import percentile
from race.payload import Webhooks
from race.processes import Used, size
from race.sides import CannotRun, Side
from race.wire import Target

TO_BE_READY = 180
FLOOD_SECONDS = 3
Figures = dict[str, list[float]]


@dataclass(frozen=True)
class Load:
    rounds: int
    seconds: float
    warm_up: float
    rate: float
    clients: int
    seed: int


class Runner:
    """One side, its driver and what the rounds have shown so far."""

    def __init__(self, side: Side, first_customer: int) -> None:
        self.side = side
        self.driver = Driver(
            Target(side.webhook_url), Webhooks(side.account), Customers(first_customer)
        )
        self.figures: Figures = {}
        self.messages = 0

    async def begin(self) -> None:
        self.side.reply_to(await self.driver.listen())
        await self.driver.ready(TO_BE_READY)

    def note(self, name: str, value: float) -> None:
        self.figures.setdefault(name, []).append(value)

    def count(self, played: Played) -> None:
        if not played.replies:
            raise CannotRun(f"{self.side.name} answered none of {played.sent} messages")
        self.messages += played.sent - played.refused
        self.note("refused", played.refused)
        self.note("unanswered", played.unanswered)

    async def warm_up(self, load: Load) -> None:
        await self.driver.closed(load.clients, load.warm_up)
        await self.driver.flood(load.clients, FLOOD_SECONDS)
        self.kept, self.grown = self.side.kept(), size(self.side.folder)

    async def open(self, load: Load, number: int) -> None:
        before = Used.of(self.side.roots())
        played = await self.driver.open(load.rate, load.seconds, load.seed + number)
        await asyncio.sleep(0.5)
        self.count(played)
        after = Used.of(self.side.roots())
        used = {kind: after.cpu[kind] - before.cpu[kind] for kind in after.cpu}
        self.note("open.cpu", 1000 * sum(used.values()) / played.sent)
        for kind, seconds in used.items():
            self.note(f"open.cpu.{kind}", 1000 * seconds / played.sent)
        self.latencies("open", played)

    async def closed(self, load: Load, number: int) -> None:
        played = await self.driver.closed(load.clients, load.seconds)
        self.count(played)
        self.note("closed.rate", len(played.replies) / played.drained_in)
        self.latencies("closed", played)

    async def flood(self, load: Load, number: int) -> None:
        played = await self.driver.flood(load.clients, FLOOD_SECONDS)
        self.count(played)
        self.note("flood.webhooks", len(played.answers) / played.answered_in)
        self.note("flood.rate", len(played.replies) / played.drained_in)
        used = Used.of(self.side.roots())
        self.note("resident", used.resident)
        self.note("proportional", used.proportional)
        self.note("processes", used.processes)

    def latencies(self, loop: str, played: Played) -> None:
        for what, seconds in (("webhook", played.answers), ("reply", played.replies)):
            for share in (50, 99):
                self.note(f"{loop}.{what}.p{share}", 1000 * percentile(seconds, share / 100))

    async def end(self) -> None:
        self.note("kept", (self.side.kept() - self.kept) / self.messages)
        self.note("grown", (size(self.side.folder) - self.grown) / self.messages)
        self.driver.target.close()


async def play(ours: Side, theirs: Side, load: Load) -> tuple[Figures, Figures]:
    runners = [Runner(ours, 50_760_000_000), Runner(theirs, 50_770_000_000)]
    for runner in runners:
        await runner.begin()
    for runner in runners:
        await runner.warm_up(load)
    for number in range(load.rounds):
        # Whoever went second goes first the next time.
        order = runners if number % 2 == 0 else runners[::-1]
        for act in (Runner.open, Runner.closed, Runner.flood):
            for runner in order:
                await act(runner, load, number)
    for runner in runners:
        await runner.end()
    return runners[0].figures, runners[1].figures
