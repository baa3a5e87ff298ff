"""What the processes of a side hold and use, as Linux tells it."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Used:
    """Bytes in memory now, and since the processes began: seconds of CPU and bytes written.

    `proportional` counts a page that several processes share once, `resident` in each of them.
    """

    processes: int
    resident: int
    proportional: int
    cpu: float
    written: int

    @staticmethod
    def of(roots: Iterable[int]) -> "Used":
        """Of these processes and all that they started."""
        pids = family(roots)
        rollups = [fields(Path(f"/proc/{pid}/smaps_rollup")) for pid in pids]
        return Used(
            processes=len(pids),
            resident=sum(1024 * it.get("Rss", 0) for it in rollups),
            proportional=sum(1024 * it.get("Pss", 0) for it in rollups),
            cpu=sum(cpu(pid) for pid in pids),
            written=sum(fields(Path(f"/proc/{pid}/io")).get("write_bytes", 0) for pid in pids),
        )


def family(roots: Iterable[int]) -> list[int]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := after_name(int(entry.name))):
            children[int(stat[1])].append(int(entry.name))
    found = list(roots)
    for pid in found:
        found.extend(children[pid])
    return found


def cpu(pid: int) -> float:
    stat = after_name(pid)
    return (int(stat[11]) + int(stat[12])) / TICK if stat else 0


def after_name(pid: int) -> list[str]:
    """The fields behind the program's name, which may itself hold spaces and brackets."""
    return read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()


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
