"""What the processes of a side hold and use, as Linux tells it."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")

# By how the names of threads begin; what is not named is the application.
WORK = {
    "stores": ("postgres", "redis", "bio_", "queues-", "qtp", "SQLiteQueue"),
    "compiler": ("C1 ", "C2 ", "VM Thread"),
}


@dataclass(frozen=True)
class Used:
    """Bytes in memory now, and seconds of CPU since the processes began.

    `proportional` counts a page that several processes share once, `resident` in each of them.
    """

    processes: int
    resident: int
    proportional: int
    cpu: dict[str, float]

    @staticmethod
    def of(roots: Iterable[int]) -> "Used":
        """Of these processes and all that they started."""
        pids = family(roots)
        rollups = [fields(Path(f"/proc/{pid}/smaps_rollup")) for pid in pids]
        return Used(
            processes=len(pids),
            resident=sum(1024 * it.get("Rss", 0) for it in rollups),
            proportional=sum(1024 * it.get("Pss", 0) for it in rollups),
            cpu=cpu(pids),
        )


def family(roots: Iterable[int]) -> list[int]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := stat_of(entry)[1]):
            children[int(stat[1])].append(int(entry.name))
    found = list(roots)
    for pid in found:
        found.extend(children[pid])
    return found


def cpu(pids: Iterable[int]) -> dict[str, float]:
    """By the kind of work. A thread that ended takes along what it used."""
    used = dict.fromkeys([*WORK, "application"], 0.0)
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").glob("*"):
            name, stat = stat_of(thread)
            if stat:
                used[kind(name)] += (int(stat[11]) + int(stat[12])) / TICK
    return used


def kind(thread: str) -> str:
    return next((it for it, names in WORK.items() if thread.startswith(names)), "application")


def stat_of(folder: Path) -> tuple[str, list[str]]:
    """The program's name, which may hold spaces and brackets, and the fields behind it."""
    name, _, rest = read(folder / "stat").rpartition(")")
    return name.partition("(")[2], rest.split()


def fields(file: Path) -> dict[str, int]:
    words = (line.split() for line in read(file).splitlines())
    return {it[0].rstrip(":"): int(it[1]) for it in words if len(it) > 1 and it[1].isdigit()}


def read(file: Path) -> str:
    """Nothing for a process that ended meanwhile."""
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def size(folder: Path) -> int:
    """Bytes that its files take on disk."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.lstat().st_blocks * 512
        except FileNotFoundError:
            continue
    return total
