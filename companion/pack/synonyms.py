"""Words a site writes for one another, put into the texts a target is known by.

A redesign seldom finds a new sentence; it finds another word for "password" or "code".
So a pack writes each text once, and its words come from groups in `site.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from companion.pack.models import Texts
from companion.pack.notices import Notice, normal_text

#: Variants of one text at most: two or three of its words have others.
_MOST = 60


class Synonyms:
    """Groups of words of which one may stand for another."""

    def __init__(self, groups: Sequence[Texts]) -> None:
        self._group = {word: group for group in groups for word in group}
        longest_first = sorted(self._group, key=len, reverse=True)
        self._words = re.compile(f"({'|'.join(map(re.escape, longest_first))})")

    def spread(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The texts as they are written, then their variants, each once."""
        written = tuple(texts)
        known = {normal_text(text) for text in written}
        variants: list[str] = []
        for text in written:
            for variant in self._variants(text):
                form = normal_text(variant)
                if form not in known:
                    known.add(form)
                    variants.append(variant)
        return (*written, *variants)

    def _variants(self, text: str) -> Iterator[str]:
        # Split at the words of the groups; what stands between them stays.
        parts = self._words.split(text) if self._group else [text]
        choices = [self._group.get(part, (part,)) for part in parts]
        for count, chosen in enumerate(product(*choices)):
            if count >= _MOST:
                return
            yield "".join(chosen)


def spread_notices(notices: Sequence[Notice], synonyms: Synonyms) -> tuple[Notice, ...]:
    """The notices with the variants of their texts, but for what another one says."""
    owners = {normal_text(text): one.id for one in notices for text in one.texts}

    def own(notice: Notice) -> Iterator[str]:
        for text in synonyms.spread(notice.texts):
            if owners.setdefault(normal_text(text), notice.id) == notice.id:
                yield text

    return tuple(one.model_copy(update={"texts": tuple(own(one))}) for one in notices)
