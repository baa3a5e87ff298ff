"""`bench/peers/run`: both sides up, the rounds, the table, both sides down."""

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import uvloop

from race.rounds import Load, play
from race.sides import CannotRun, Conserje, Stack, Workers, postgres_program, required
from race.table import as_json, table


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench/peers/run",
        description="Conserje beside a conventional stack for the same job, in one run.",
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each side is measured")
    parser.add_argument("--seconds", type=float, default=15, help="how long each load lasts")
    parser.add_argument("--warm-up", type=float, default=60, help="seconds of each side")
    parser.add_argument("--rate", type=float, default=5, help="messages a second, open loop")
    parser.add_argument("--clients", type=int, default=16, help="at once, closed loop and flood")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the open loop")
    parser.add_argument("--web-workers", type=int, default=1, help="uvicorn's processes")
    parser.add_argument("--reply-workers", type=int, default=1, help="the stack's consumers")
    parser.add_argument("--json", action="store_true", help="every round's figures, as JSON")
    return parser.parse_args()


def machine() -> dict[str, Any]:
    cpus = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((it.partition(":")[2].strip() for it in cpus if it.startswith("model name")), "")
    return {
        "cores": len(os.sched_getaffinity(0)),
        "cpu": model or platform.machine(),
        "load": os.getloadavg()[0],
        "python": platform.python_version(),
    }


def compare(options: argparse.Namespace) -> None:
    for program in ("initdb", "postgres", "pg_isready"):
        postgres_program(program)
    required("redis-server", "redis-server")
    load = Load(
        options.rounds,
        options.seconds,
        options.warm_up,
        options.rate,
        options.clients,
        options.seed,
    )
    facts = machine()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="conserje-peers-")))
        (folder / "conserje").mkdir()
        (folder / "stack").mkdir()
        say("Starting Conserje ...")
        ours = Conserje(folder / "conserje", stack)
        say("Starting Redis, PostgreSQL and FastAPI ...")
        workers = Workers(options.web_workers, options.reply_workers)
        theirs = Stack(folder / "stack", workers, stack)
        say(f"Warming up, then {load.rounds} rounds of each side in turn ...")
        figures = uvloop.run(play(ours, theirs, load))
    if options.json:
        print(json.dumps(as_json(load, facts, *figures), indent=2))
    else:
        print(f"{facts['cores']} cores, {facts['cpu']}, load {facts['load']:.1f} before it began;")
        print("median (least-most) of the rounds; ratio: Conserje's median by the other's")
        print(table(load, (ours.name, theirs.name), *figures))


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def main() -> int:
    # Told to stop, it stops what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        compare(arguments())
    except CannotRun as e:
        say(str(e))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
