"""A pack compiled into what the agent takes (`companion/agent/src/brief.ts`)."""

from __future__ import annotations

from typing import Any

from companion.pack.models import Account, PageFile, Target
from companion.pack.site import Pack


def compile_brief(
    pack: Pack, *, tag: str, lang: str, account: Account
) -> dict[str, Any]:
    """The pack as the JSON value a document's agent starts from.

    `tag` is the name of our one element on the page. The words of other languages
    stay behind; the targets of both account types go along, since the person may find
    themselves on the form of the other one.
    """
    return {
        "tag": tag,
        "lang": lang,
        "account": account,
        "hosts": list(pack.hosts),
        "pages": [_page(id_, page, lang) for id_, page in pack.pages.items()],
        "order": list(pack.order),
    }


def _page(id_: str, page: PageFile, lang: str) -> dict[str, Any]:
    return {
        "id": id_,
        "hosts": list(page.page.hosts),
        "paths": list(page.page.paths),
        "containers": [one.model_dump(mode="json") for one in page.containers],
        "targets": [_target(one, lang) for one in page.targets],
        "states": [one.model_dump(mode="json") for one in page.states],
    }


def _target(target: Target, lang: str) -> dict[str, Any]:
    compiled = target.model_dump(mode="json")
    return {**compiled, "words": compiled["words"][lang]}
