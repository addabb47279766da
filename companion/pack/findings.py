"""Collects the problems of a pack's files, each with its place and in words."""

from __future__ import annotations

from companion.errors import Problem
from companion.pack.source import Key, Source, inside
from companion.sentences import Sentences


class Findings:
    """Every problem found so far; at one place each sentence is told once."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._problems: dict[tuple[object, ...], Problem] = {}

    def add(
        self,
        source: Source,
        where: Key,
        sentence: str,
        *,
        text: str | None = None,
        **fields: object,
    ) -> None:
        """Note that `problem.<sentence>` holds at the key `where` of `source`.

        `text` is the string in the key's value that is meant, if it holds several.
        """
        line = source.line(where, text)
        told = self._sentences.say(f"problem.{sentence}", **fields)
        problem = Problem(source.path, line, name_place(source, where), told)
        self._problems.setdefault((source.path, line, problem.where, told), problem)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems by file and line."""
        order = sorted(self._problems.values(), key=lambda one: (one.file, one.line))
        return tuple(order)


def name_place(source: Source, where: Key) -> str:
    """`("target", 1, "words")` as a person says it: `target[form.phone].words`."""
    named = ""
    held: object = source.data
    for part in where:
        held = inside(held, part)
        if isinstance(part, int):
            id_ = held.get("id", part) if isinstance(held, dict) else part
            named += f"[{id_}]"
        else:
            named += f".{part}" if named else part
    return named
