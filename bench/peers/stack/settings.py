"""What the stack is told by its environment."""

import os
import zlib
from dataclasses import dataclass

GROUP = "replies"


@dataclass(frozen=True)
class Settings:
    app_secret: bytes
    access_token: str
    graph_url: str
    redis_url: str
    postgres_url: str
    partitions: int

    @staticmethod
    def of_environment() -> "Settings":
        return Settings(
            app_secret=os.environ["APP_SECRET"].encode(),
            access_token=os.environ["ACCESS_TOKEN"],
            graph_url=os.environ["GRAPH_URL"],
            redis_url=os.environ["REDIS_URL"],
            postgres_url=os.environ["POSTGRES_URL"],
            partitions=int(os.environ["PARTITIONS"]),
        )


def stream(partition: int) -> str:
    return f"inbound:{partition}"


def partition_of(contact: str, partitions: int) -> int:
    """A contact's messages are all in one partition, and a partition has one worker."""
    return zlib.crc32(contact.encode()) % partitions
