"""Runs every bench, one after the other, and prints one table."""

from __future__ import annotations

from benchmarks import (
    checking,
    command_help,
    first_ring,
    late_element,
    locating,
    scroll_offset,
    typing,
    weight,
)
from benchmarks.figures import run

run(
    command_help.measure,
    first_ring.measure,
    late_element.measure,
    scroll_offset.measure,
    locating.measure,
    checking.measure,
    typing.measure,
    weight.measure,
)
