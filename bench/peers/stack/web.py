"""The webhook: verifies, queues, and only then answers 200."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from fastapi import FastAPI, Request, Response
from redis.asyncio import Redis

from stack.settings import Settings, partition_of, stream
from stack.signature import HEADER, is_signed

LONGEST_STREAM = 1_000_000

settings = Settings.of_environment()
redis = Redis.from_url(settings.redis_url)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await redis.aclose()


app = FastAPI(lifespan=lifespan, openapi_url=None)


@app.post("/webhooks/whatsapp")
async def receive(request: Request) -> Response:
    body = await request.body()
    if not is_signed(settings.app_secret, body, request.headers.get(HEADER, "")):
        return Response(status_code=401)
    try:
        messages = list(texts(orjson.loads(body)))
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
        return Response(status_code=400)
    async with redis.pipeline(transaction=len(messages) > 1) as pipe:
        for message in messages:
            name = stream(partition_of(message["contact"], settings.partitions))
            pipe.xadd(name, message, maxlen=LONGEST_STREAM, approximate=True)
        await pipe.execute()
    return Response(status_code=200)


def texts(webhook: dict[str, Any]) -> Iterator[dict[Any, Any]]:
    for entry in webhook["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            for message in value.get("messages", []):
                if message["type"] == "text":
                    yield {
                        "id": message["id"],
                        "contact": message["from"],
                        "phone": value["metadata"]["phone_number_id"],
                        "text": message["text"]["body"],
                    }
