"""Starts and stops the two sides, each in a folder of its own that goes away with it."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from race.payload import ROOT, Account
from race.processes import size

HERE = ROOT / "bench/peers"
PYTHON = HERE / ".venv/bin/python"
TO_START = 300
TO_STOP = 60


class CannotRun(Exception):
    """With a sentence for whoever asked for it."""


@dataclass(frozen=True)
class Workers:
    web: int
    reply: int


class Side(Protocol):
    name: str
    account: Account
    webhook_url: str
    folder: Path

    def reply_to(self, graph_url: str) -> None:
        """Tells it where the provider is."""

    def roots(self) -> list[int]:
        """The processes it began with."""

    def kept(self) -> int:
        """Bytes that its tables take on disk."""


class Programs:
    """Programs of one side, stopped last to first; what they say goes to a file each."""

    def __init__(self, logs: Path, stack: ExitStack) -> None:
        self.logs = logs
        self.stack = stack
        self.pids: list[int] = []
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, name: str, command: list[str], **options: Any) -> "subprocess.Popen[bytes]":
        with (self.logs / f"{name}.log").open("wb") as log:
            program = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **options
            )
        self.pids.append(program.pid)
        self.stack.callback(self.stop, program)
        return program

    @staticmethod
    def stop(program: "subprocess.Popen[bytes]") -> None:
        program.terminate()
        try:
            program.wait(TO_STOP)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()

    def await_port(self, name: str, program: "subprocess.Popen[bytes]", port: int) -> None:
        def listens() -> bool:
            with socket.socket() as tried:
                return tried.connect_ex(("127.0.0.1", port)) == 0

        self.await_that(name, program, listens)

    def await_that(self, name: str, program: "subprocess.Popen[bytes]", is_so: Any) -> None:
        end = time.monotonic() + TO_START
        while not is_so():
            if program.poll() is not None or time.monotonic() > end:
                said = (self.logs / f"{name}.log").read_text("utf-8", "replace")
                raise CannotRun(f"{name} does not start:\n{said[-2000:]}")
            time.sleep(0.1)


class Conserje:
    """`./conserje up`: its functions, DynamoDB Local and ElasticMQ in one virtual machine."""

    name = "Conserje"

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        data = folder / "data"
        programs = Programs(folder / "logs", stack)
        command = [str(ROOT / "conserje"), "up", "--data", str(data), "--port", "0"]
        up = programs.start("conserje", command)
        run = data / "run.json"
        programs.await_that("conserje", up, run.exists)
        running = json.loads(run.read_text("utf-8"))
        self.pid: int = running["pid"]
        self.variables: dict[str, str] = running["variables"]
        self.webhook_url = running["api"] + "/messaging/whatsapp/demo"
        made_up = json.loads((data / "providers/whatsapp/demo/account.json").read_text("utf-8"))
        self.account = Account(
            app_secret=made_up["appSecret"],
            access_token=made_up["accessToken"],
            phone_id=made_up["phoneNumberId"],
            display_phone=made_up["displayPhoneNumber"],
            business_id=made_up["businessAccountId"],
        )

    def reply_to(self, graph_url: str) -> None:
        """Without Meta's usual 80 messages a second, which the stack does not keep either."""
        key = {"pk": {"S": "A#whatsapp/demo"}, "sk": {"S": "HEAD"}}
        table = self.variables["DIRECTORY_TABLE"]
        item = self.dynamodb("GetItem", {"TableName": table, "Key": key})["Item"]
        account = json.loads(item["data"]["S"])
        account["settings"].update({"graph-url": graph_url, "messages-per-second": "1000"})
        item["data"] = {"S": json.dumps(account)}
        self.dynamodb("PutItem", {"TableName": table, "Item": item})

    def dynamodb(self, operation: str, body: dict[str, Any]) -> Any:
        """DynamoDB Local wants a signature, and does not look at it."""
        request = urllib.request.Request(
            self.variables["AWS_ENDPOINT_URL_DYNAMODB"],
            json.dumps(body).encode(),
            {
                "Content-Type": "application/x-amz-json-1.0",
                "X-Amz-Target": "DynamoDB_20120810." + operation,
                "Authorization": "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/"
                "aws4_request, SignedHeaders=host, Signature=0",
            },
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def roots(self) -> list[int]:
        return [self.pid]

    def kept(self) -> int:
        return size(self.folder / "data/dynamodb")


class Stack:
    """FastAPI, Redis, a reply worker for each partition, and PostgreSQL."""

    name = "FastAPI stack"
    account = Account(
        app_secret="5ebe2294ecd0e0f08eab7690d2a6ee69",
        access_token="EAA" + "x" * 61,
        phone_id="106540352242922",
        display_phone="15550783881",
        business_id="102290129340398",
    )

    def __init__(self, folder: Path, workers: Workers, stack: ExitStack) -> None:
        self.folder = folder
        self.workers = workers
        self.programs = Programs(folder / "logs", stack)
        self.as_whom = postgres_user()
        self.database = folder / "postgres"
        redis, postgres, self.port = free_ports(3)
        self.start_redis(folder / "redis", redis)
        self.start_postgres(postgres)
        self.webhook_url = f"http://127.0.0.1:{self.port}/webhooks/whatsapp"
        self.environment = {
            "APP_SECRET": self.account.app_secret,
            "ACCESS_TOKEN": self.account.access_token,
            "REDIS_URL": f"redis://127.0.0.1:{redis}",
            "POSTGRES_URL": f"postgresql://peer@127.0.0.1:{postgres}/postgres",
            "PARTITIONS": str(workers.reply),
        }

    def start_redis(self, folder: Path, port: int) -> None:
        """What it acknowledges is with the operating system, as in Conserje's local queues."""
        folder.mkdir()
        command = [required("redis-server", "redis-server"), "--port", str(port)]
        command += ["--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
        redis = self.programs.start("redis", [*command, "--appendonly", "yes"])
        self.programs.await_port("redis", redis, port)

    def start_postgres(self, port: int) -> None:
        self.database.mkdir()
        if self.as_whom:
            shutil.chown(self.database, self.as_whom)
            # It goes through the folders above with nobody's help.
            self.database.parent.parent.chmod(0o755)
        at = ["-D", str(self.database)]
        made = subprocess.run(
            [
                postgres_program("initdb"),
                *at,
                "-A",
                "trust",
                "-U",
                "peer",
                "--no-sync",
                "-E",
                "UTF8",
            ],
            capture_output=True,
            check=False,
            user=self.as_whom,
            cwd="/",
        )
        if made.returncode:
            raise CannotRun(f"initdb fails:\n{made.stderr.decode()}")
        listen = ["-h", "127.0.0.1", "-p", str(port), "-k", str(self.database)]
        command = [postgres_program("postgres"), *at, *listen]
        server = self.programs.start("postgres", command, user=self.as_whom, cwd="/")
        to_it = ["-h", "127.0.0.1", "-p", str(port), "-U", "peer"]
        is_ready = [postgres_program("pg_isready"), "-q", *to_it]
        self.programs.await_that(
            "postgres", server, lambda: subprocess.run(is_ready, check=False).returncode == 0
        )
        psql = [required("psql", "postgresql"), "-q", *to_it, "-d", "postgres"]
        subprocess.run([*psql, "-f", str(HERE / "stack/schema.sql")], check=True)

    def reply_to(self, graph_url: str) -> None:
        env = os.environ | self.environment | {"GRAPH_URL": graph_url, "PYTHONPATH": str(HERE)}
        python = str(PYTHON)
        for number in range(self.workers.reply):
            command = [python, "-m", "stack.worker", str(number)]
            self.programs.start(f"worker-{number}", command, env=env)
        command = [python, "-m", "uvicorn", "stack.web:app", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--workers", str(self.workers.web)]
        command += ["--loop", "uvloop", "--http", "httptools", "--no-access-log"]
        web = self.programs.start("web", command, env=env)
        self.programs.await_port("web", web, self.port)

    def roots(self) -> list[int]:
        return self.programs.pids

    def kept(self) -> int:
        return size(self.database / "base")


def required(program: str, package: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise CannotRun(f"There is no {program}. Install it: apt-get install {package}")
    return found


def postgres_program(name: str) -> str:
    """Debian keeps those of each version in a folder that is not on the path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([*map(str, folders), os.environ.get("PATH", "")])
    found = shutil.which(name, path=path)
    if found is None:
        raise CannotRun(f"There is no {name}. Install it: apt-get install postgresql")
    return found


def postgres_user() -> str | None:
    """PostgreSQL refuses to be root; its package brings a user."""
    return "postgres" if os.geteuid() == 0 else None


def free_ports(many: int) -> list[int]:
    sockets = [socket.socket() for _ in range(many)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
