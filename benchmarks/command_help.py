"""How long `companion --help` takes, beside the import of its command line library."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.figures import Effort, Figure, median, run, spread

BAR = 2.0
OURS = ("-m", "companion", "--help")
TYPER = ("-c", "import typer")
BARE = ("-c", "pass")


def measure(effort: Effort) -> list[Figure]:
    """Ours, the library's import and a bare interpreter, in turns."""
    seconds: dict[tuple[str, ...], list[float]] = {OURS: [], TYPER: [], BARE: []}
    for _ in range(effort.times(25, 3)):
        for command, times in seconds.items():
            times.append(_run(command))
    ours, typer, bare = (
        [second * 1000 for second in times] for times in seconds.values()
    )
    ratio = median(ours) / median(typer)
    return [
        Figure(
            "`companion --help`, beside `import typer`",
            f"≤ {BAR:.0f} ×",
            f"{ratio:.2f} × ({spread(ours, 'ms')}, median / p95)",
            ratio <= BAR,
            f"`import typer` {spread(typer, 'ms')}; bare Python {spread(bare, 'ms')}",
        )
    ]


def _run(command: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    run(measure)
