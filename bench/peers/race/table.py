"""What is printed."""

from typing import Any

from race.figures import Spread
from race.rounds import Figures, Load

MIB = 1024 * 1024


def row_names(load: Load) -> dict[str, tuple[str, float, str]]:
    """A row's name, what its values are divided by, and how they are written."""
    steady, busy = f"{load.rate:g}/s", f"{load.clients} customers"
    rows: dict[str, tuple[str, float, str]] = {
        "flood.webhooks": ("webhooks/s, flood", 1, ".0f"),
        "flood.rate": ("messages/s to the reply, flood", 1, ".0f"),
        "closed.rate": (f"messages/s to the reply, {busy}", 1, ".0f"),
    }
    for loop, name in (("open", steady), ("closed", busy)):
        for what, words in (("webhook", "webhook's answer"), ("reply", "webhook to reply")):
            for share in (50, 99):
                rows[f"{loop}.{what}.p{share}"] = (f"{words}, {name}, p{share} ms", 1, ".1f")
    rows |= {
        "open.cpu": (f"CPU a message, {steady}, ms", 1, ".1f"),
        "open.cpu.application": ("  of it the application", 1, ".1f"),
        "open.cpu.stores": ("  of it databases and queues", 1, ".1f"),
        "open.cpu.compiler": ("  of it compiler and collector", 1, ".1f"),
        "resident": ("memory, RSS of all processes, MiB", MIB, ".0f"),
        "proportional": ("memory, shared pages once, MiB", MIB, ".0f"),
        "processes": ("processes", 1, ".0f"),
        "kept": ("bytes a message, kept in tables", 1, ".0f"),
        "grown": ("bytes a message, all files grew by", 1, ".0f"),
        "refused": ("webhooks refused, of a load", 1, ".0f"),
        "unanswered": ("messages without a reply, of a load", 1, ".0f"),
    }
    return rows


def table(load: Load, names: tuple[str, str], ours: Figures, theirs: Figures) -> str:
    lines = [["", *names, "ratio"]]
    for key, (name, unit, form) in row_names(load).items():
        spreads = [Spread.of(side[key]) for side in (ours, theirs)]
        ratio = spreads[0].ratio(spreads[1])
        cells = [cell(it, unit, form) for it in spreads]
        lines.append([name, *cells, "-" if ratio is None else f"{ratio:.2f}"])
    lines.append(["what it says", "an answer to the question", "one greeting: no engine", ""])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def cell(spread: Spread, unit: float, form: str) -> str:
    values = (spread.least, spread.median, spread.most)
    least, middle, most = (format(value / unit, form) for value in values)
    return middle if least == most else f"{middle} ({least}-{most})"


def as_json(load: Load, machine: dict[str, Any], ours: Figures, theirs: Figures) -> dict[str, Any]:
    return {
        "machine": machine,
        "load": vars(load),
        "rows": {
            key: {
                "name": name,
                "conserje": {"rounds": ours[key], **vars(Spread.of(ours[key]))},
                "peer": {"rounds": theirs[key], **vars(Spread.of(theirs[key]))},
                "ratio": Spread.of(ours[key]).ratio(Spread.of(theirs[key])),
            }
            for key, (name, _, _) in row_names(load).items()
        },
    }
