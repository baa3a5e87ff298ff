"""Answers what was queued: in order within a contact, once for each message."""

import asyncio
import sys
import zlib
from typing import Any

import aiohttp
import asyncpg
import orjson
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from stack.settings import GROUP, Settings, stream

GREETING = (
    "¡Hola! Soy la recepción virtual de Clínica Los Robles. Abrimos de lunes a viernes de 9:00 a"
    " 20:00 y los sábados de 10:00 a 14:00. ¿En qué le puedo ayudar?"
)
LANES = 32
CONNECTIONS = 10
ATTEMPTS = 5

HEARD = """
INSERT INTO inbound (id, contact, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id
"""
ADVANCED = """
INSERT INTO conversation (contact, turns, last_text) VALUES ($1, 1, $2)
ON CONFLICT (contact) DO UPDATE
SET turns = conversation.turns + 1, last_text = excluded.last_text, updated_at = now()
"""
REPLIED = "INSERT INTO reply (inbound_id, contact, body) VALUES ($1, $2, $3)"
WAITING = "SELECT body FROM reply WHERE inbound_id = $1 AND sent_as IS NULL"
SENT = "UPDATE reply SET sent_as = $2 WHERE inbound_id = $1"

Message = dict[str, str]


class Worker:
    """The one consumer of a partition; contacts are spread over lanes that work side by side."""

    def __init__(
        self,
        settings: Settings,
        partition: int,
        redis: Redis,
        database: asyncpg.Pool,
        http: aiohttp.ClientSession,
    ) -> None:
        self.settings = settings
        self.stream = stream(partition)
        self.redis = redis
        self.database = database
        self.http = http
        self.lanes: list[asyncio.Queue[tuple[bytes, Message]]] = [
            asyncio.Queue(maxsize=16) for _ in range(LANES)
        ]

    async def run(self) -> None:
        try:
            await self.redis.xgroup_create(self.stream, GROUP, id="0", mkstream=True)
        except ResponseError as e:
            if "BUSYGROUP" not in str(e):
                raise
        async with asyncio.TaskGroup() as tasks:
            for lane in self.lanes:
                tasks.create_task(self.work(lane))
            tasks.create_task(self.read())

    async def read(self) -> None:
        """First what an earlier life of this worker left half done, then what comes."""
        last = "0"
        while True:
            batches: Any = await self.redis.xreadgroup(
                GROUP, "worker", {self.stream: last}, count=64, block=1000
            )
            entries = batches[0][1] if batches else []
            if last != ">":
                last = entries[-1][0] if entries else ">"
            for entry, fields in entries:
                message = {name.decode(): value.decode() for name, value in fields.items()}
                lane = zlib.adler32(message["contact"].encode()) % LANES
                await self.lanes[lane].put((entry, message))

    async def work(self, lane: "asyncio.Queue[tuple[bytes, Message]]") -> None:
        while True:
            entry, message = await lane.get()
            body = await self.decide(message)
            if body is not None:
                taken = await self.send(message, body)
                await self.database.execute(SENT, message["id"], taken)
            await self.redis.xack(self.stream, GROUP, entry)

    async def decide(self, message: Message) -> str | None:
        """What is still to be said about a message; nothing when that was said before."""
        contact = message["contact"]
        async with self.database.acquire() as connection:
            async with connection.transaction():
                if await connection.fetchval(HEARD, message["id"], contact, message["text"]):
                    await connection.execute(ADVANCED, contact, message["text"])
                    await connection.execute(REPLIED, message["id"], contact, GREETING)
                    return GREETING
            waiting: str | None = await connection.fetchval(WAITING, message["id"])
            return waiting

    async def send(self, message: Message, body: str) -> str:
        """Dies when the provider does not take it: what was not acknowledged comes again."""
        payload = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": message["contact"],
            "type": "text",
            "text": {"body": body},
        }
        for attempt in range(1, ATTEMPTS + 1):
            try:
                async with self.http.post(
                    f"{self.settings.graph_url}/v24.0/{message['phone']}/messages",
                    data=orjson.dumps(payload),
                    headers={
                        "Authorization": f"Bearer {self.settings.access_token}",
                        "Content-Type": "application/json",
                    },
                ) as answer:
                    answer.raise_for_status()
                    return str(orjson.loads(await answer.read())["messages"][0]["id"])
            except aiohttp.ClientError:
                if attempt == ATTEMPTS:
                    raise
                await asyncio.sleep(0.2 * 2**attempt)
        raise AssertionError("the last attempt returns or raises")


async def main(partition: int) -> None:
    settings = Settings.of_environment()
    async with (
        Redis.from_url(settings.redis_url) as redis,
        asyncpg.create_pool(settings.postgres_url, min_size=2, max_size=CONNECTIONS) as database,
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as http,
    ):
        await Worker(settings, partition, redis, database, http).run()


if __name__ == "__main__":
    import uvloop

    uvloop.run(main(int(sys.argv[1])))
