"""The tree of advice in one language: which node holds now, and how it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from companion.pack.help import HelpFile, Node, holds
from companion.pack.models import Wording

Signs = frozenset[str]


class Tree:
    """A pack's `help.toml`, ready to be read (companion/pack/help.py)."""

    def __init__(self, help_: HelpFile, lang: str) -> None:
        self._lang = lang
        self._nodes = {node.id: node for node in help_.nodes}
        self._offers = [node for node in help_.nodes if node.offered]
        self.root = help_.root

    def node(self, id_: str) -> Node | None:
        """The node of that id, if there is one."""
        return self._nodes.get(id_)

    def offered(self, signs: Signs) -> Node | None:
        """What is said unasked: the first in the file that a sign asks for."""
        return next(
            (
                node
                for node in self._offers
                if signs.intersection(node.offered) and not signs & {*node.unless}
            ),
            None,
        )

    def choices(self, node: Node, signs: Signs, kept: Sequence[str]) -> list[Node]:
        """Where one can go on to: `kept` in that order, then what fits the screen."""
        goals = [self._nodes[id_] for id_ in node.choices if id_ in self._nodes]
        open_ = [one for one in goals if holds(one.when, one.unless, signs)]
        known = {id_: place for place, id_ in enumerate(kept)}
        return sorted(
            open_,
            key=lambda one: (
                known.get(one.id, len(kept)),
                not signs.intersection(one.first),
            ),
        )

    def write(
        self,
        node: Node,
        signs: Signs,
        fields: Mapping[str, str],
        choices: Sequence[Node],
        *,
        back: bool,
    ) -> dict[str, object]:
        """The node as the panel takes it (PanelModel.help in agent/src/messages.ts)."""
        lines = [one for one in node.lines if holds(one.when, one.unless, signs)]
        return {
            "title": self._say(node.title),
            "lines": [self._say(line).format_map(fields) for line in lines],
            "choices": [{"id": one.id, "text": self._say(one.ask)} for one in choices],
            "copies": [
                {"zh": one.zh, "meaning": getattr(one, self._lang)}
                for one in node.copies
            ],
            "back": back,
        }

    def _say(self, words: Wording | None) -> str:
        return str(getattr(words, self._lang)) if words else ""
