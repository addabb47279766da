"""Words a site writes for one another, put into the texts a target is known by.

A redesign seldom finds a new sentence; it says 口令 for 密码 or 动态码 for 校验码. So a
pack writes each text once, and its words come from groups in `site.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from companion.pack.models import Texts
from companion.pack.spelling import normal

#: Variants of one text at most: two or three of its words have others.
_MOST = 60


class Synonyms:
    """Groups of words of which one may stand for another."""

    def __init__(self, groups: Sequence[Texts]) -> None:
        self._group = {word: group for group in groups for word in group}
        self._words = sorted(self._group, key=len, reverse=True)

    def spread(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The texts as they are written, then their variants, each once."""
        written = tuple(texts)
        known = {normal(text) if "*" not in text else text for text in written}
        variants: list[str] = []
        for text in written:
            for variant in self._variants(text):
                form = normal(variant) if "*" not in variant else variant
                if form not in known:
                    known.add(form)
                    variants.append(variant)
        return (*written, *variants)

    def _variants(self, text: str) -> Iterator[str]:
        parts = list(self._split(text))
        choices = [self._group.get(part, (part,)) for part in parts]
        for count, chosen in enumerate(product(*choices)):
            if count >= _MOST:
                return
            yield "".join(chosen)

    def _split(self, text: str) -> Iterator[str]:
        """The text in pieces: words of the groups, and what stands between them."""
        rest = text
        while rest:
            places = [(rest.find(word), -len(word)) for word in self._words]
            found = min((place for place in places if place[0] >= 0), default=None)
            if found is None:
                yield rest
                return
            start, end = found[0], found[0] - found[1]
            if start:
                yield rest[:start]
            yield rest[start:end]
            rest = rest[end:]
