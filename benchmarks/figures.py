"""What a bench finds out: figures with their bars, as one Markdown table."""

from __future__ import annotations

import argparse
import math
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table; `met` is None where there is no bar to meet."""

    name: str
    bar: str
    result: str
    met: bool | None
    beside: str = ""


@dataclass(frozen=True)
class Effort:
    """How often things are repeated; the full run is the one to quote."""

    full: bool

    def times(self, full: int, quick: int) -> int:
        """The number of repetitions."""
        return full if self.full else quick


Measure = Callable[[Effort], list[Figure]]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that 95 % do not exceed, by nearest rank: always one that was seen."""
    ordered = sorted(values)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def spread(values: Sequence[float], unit: str, digits: int = 0) -> str:
    """Median and 95th percentile, as the table writes them."""
    if math.isinf(median(values)):
        return "out of sight"
    return f"{number(median(values), digits)} / {number(p95(values), digits)} {unit}"


def number(value: float, digits: int = 0) -> str:
    """A number for reading; an offset that could not be seen any more is infinite."""
    return "out of sight" if math.isinf(value) else f"{value:,.{digits}f}"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| figure | bar | result | | beside it, in the same run |",
        "|---|---|---|---|---|",
    ]
    signs = {True: "✔", False: "✘", None: ""}
    for one in figures:
        cells = (one.name, one.bar, one.result, signs[one.met], one.beside)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def conditions() -> str:
    """How busy this machine is, without which no figure means much."""
    load = " / ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{os.cpu_count()} cores, load of the last 1 / 5 / 15 minutes: {load}"


def run(*measures: Measure) -> None:
    """Measure and print; the whole of a bench's command line."""
    options = argparse.ArgumentParser()
    options.add_argument("--quick", action="store_true", help="few repetitions")
    effort = Effort(full=not options.parse_args().quick)
    print(f"before: {conditions()}", flush=True)
    figures: list[Figure] = []
    try:
        for measure in measures:
            found = measure(effort)
            print("\n".join(f"{one.name}: {one.result}" for one in found), flush=True)
            figures += found
    finally:
        # A bench that fails late must not cost what the others took minutes for.
        print(f"after: {conditions()}\n\n{table(figures)}", flush=True)
