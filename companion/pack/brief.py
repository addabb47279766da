"""A pack compiled into what the agent takes (`companion/agent/src/brief.ts`)."""

from __future__ import annotations

from typing import Any

from companion.pack.glossary import NUMBER
from companion.pack.models import Account, Container, PageFile, Target
from companion.pack.notices import Notice, normal_text
from companion.pack.site import Pack
from companion.pack.spelling import normal
from companion.pack.synonyms import Synonyms
from companion.sentences import Sentences

#: Characters of a glossary entry that is a word and no sentence.
_LONGEST_WORD = 6

#: Lists of texts of a target in which one word may stand for another.
_RECOGNISED_BY = ("text", "label", "placeholder", "aria", "forbidden", "vague")


def compile_brief(
    pack: Pack, *, tag: str, lang: str, account: Account
) -> dict[str, Any]:
    """The pack as the JSON value a document's agent starts from.

    `tag` is the name of our one element on the page. The words of other languages
    stay behind; the targets of both account types go along, since the person may find
    themselves on the form of the other one.
    """
    synonyms = pack.synonyms
    return {
        "tag": tag,
        "lang": lang,
        "account": account,
        "hosts": list(pack.hosts),
        "pages": [_page(id_, page, lang, synonyms) for id_, page in pack.pages.items()],
        "order": list(pack.order),
        "tags": _tags(Sentences(lang)),
        "foreign": pack.site.foreign.model_dump(mode="json"),
        "notices": [_notice(one, lang) for one in pack.notices],
        "supposed": pack.site.supposed.model_dump(mode="json"),
        "unknown": _unknown(pack, Sentences(lang)),
    }


def _tags(sentences: Sentences) -> dict[str, str]:
    """What tags are made of; their `{label}`, `{form}` and `{names}` stay open."""
    names = ("correction", "reading", "missing", "more")
    return {name: sentences.written(f"tag.{name}") for name in names}


def _unknown(pack: Pack, sentences: Sentences) -> dict[str, Any]:
    """For messages that nobody has explained: labels of the pack, and its glossary."""
    labels = {
        normal(text): getattr(target.words, sentences.lang).label
        for target in pack.targets.values()
        for text in (*target.label, *target.text)
        if "*" not in text
    }
    # Whole sentences of the glossary stand in no other message; words do.
    glossary = {
        normal(text): getattr(entry, sentences.lang)
        for entry in pack.glossary.entries
        for text in entry.zh
        if len(text) <= _LONGEST_WORD and not NUMBER.search(text)
    }
    longest = sorted((glossary | labels).items(), key=lambda it: (-len(it[0]), it[0]))
    return {
        "said": sentences.written("notice.unknown"),
        "machine": sentences.written("notice.machine"),
        "words": [[word, meaning] for word, meaning in longest if len(word) > 1],
        "lasting": sorted(labels),
    }


def _notice(notice: Notice, lang: str) -> dict[str, Any]:
    compiled = notice.model_dump(mode="json", exclude={"evidence"})
    # In normal form already: an agent has a page's first moments only.
    texts = [normal_text(text) for text in notice.texts]
    return {**compiled, "texts": texts, "words": compiled["words"][lang]}


def _page(id_: str, page: PageFile, lang: str, synonyms: Synonyms) -> dict[str, Any]:
    return {
        "id": id_,
        "hosts": list(page.page.hosts),
        "paths": list(page.page.paths),
        "containers": [_container(one, synonyms) for one in page.containers],
        "targets": [_target(one, lang, synonyms) for one in page.targets],
        "states": [one.model_dump(mode="json") for one in page.states],
    }


def _container(container: Container, synonyms: Synonyms) -> dict[str, Any]:
    compiled = container.model_dump(mode="json")
    return {**compiled, "texts": list(synonyms.spread(container.texts))}


def _target(target: Target, lang: str, synonyms: Synonyms) -> dict[str, Any]:
    compiled = target.model_dump(mode="json")
    spread = {name: list(synonyms.spread(compiled[name])) for name in _RECOGNISED_BY}
    return {**compiled, **spread, "words": compiled["words"][lang]}
