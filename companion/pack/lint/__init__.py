"""Rules that no single table can show, each one small function over the whole folder.

They read the files as TOML gives them, not as models, so that a file with a wrong key
is still held against every other rule and all there is to mend is told at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from companion.pack.findings import Findings
from companion.pack.lint import advice, anchors, checks, glossary, references, words
from companion.pack.lint.folder import Folder
from companion.pack.source import Source

RULES = (
    references.unique_ids,
    references.known_names,
    references.placed_pages,
    references.required_in_order,
    checks.known_check,
    checks.arguments,
    checks.codes_that_can_come,
    checks.codes_with_sentence,
    anchors.more_than_one_way,
    anchors.lasting_keys,
    anchors.keys_that_are_read,
    anchors.recognisable_containers,
    words.composed_characters,
    words.short_labels,
    words.short_hints,
    words.chinese_explained,
    advice.reachable_nodes,
    advice.known_signs,
    advice.readable_nodes,
    glossary.one_meaning,
    glossary.readable_meanings,
)


def lint(sources: Mapping[str, Source], findings: Findings) -> None:
    """Hold all files of a pack against every rule."""
    folder = Folder(sources)
    for rule in RULES:
        rule(folder, findings)
