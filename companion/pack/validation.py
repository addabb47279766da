"""Holds one file against its model and turns pydantic's errors into findings."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from companion.pack import after, models, notices, site
from companion.pack.findings import Findings
from companion.pack.glossary import Entry, GlossaryFile, Group
from companion.pack.help import HelpFile, Line, Node
from companion.pack.source import Key, Source, inside

File = TypeVar("File", bound=BaseModel)

# Table name -> the models a key in it may belong to; "" is the file itself. Only there
# to find the key that was meant, so a union may list the keys of all its members.
_TABLES: dict[str, tuple[type[BaseModel], ...]] = {
    "": (
        models.PageFile,
        site.SiteFile,
        site.JourneyFile,
        HelpFile,
        notices.NoticeFile,
        GlossaryFile,
        after.TasksFile,
        after.PhrasesFile,
        after.KeywordsFile,
    ),
    "page": (models.PageHead,),
    "container": (models.Container,),
    "target": (models.Target,),
    "state": (models.State,),
    "milestone": (site.Milestone,),
    "node": (Node,),
    "lines": (Line,),
    "notice": (notices.Notice,),
    "group": (Group, after.PhraseGroup),
    "entries": (Entry,),
    "section": (after.Section,),
    "block": (after.Block,),
    "goods": (after.KeywordGroup,),
    "details": (after.KeywordGroup,),
    "words": (models.TargetWording, after.Keyword),
    "vi": (models.TargetWords, notices.NoticeWords),
    "en": (models.TargetWords, notices.NoticeWords),
    "blocked": (models.Blocked,),
    "done": (models.DoneByCheck, models.DoneShows, models.DoneByState),
}

_TYPES = {
    "string_type": "text",
    "tuple_type": "list",
    "bool_type": "truth",
    "int_type": "number",
    "dict_type": "table",
    "model_type": "table",
    "date_type": "date",
    "date_from_datetime_parsing": "date",
}


def validate(model: type[File], source: Source, findings: Findings) -> File | None:
    """The file as its model, or None after noting everything that is wrong with it."""
    try:
        return model.model_validate(source.data)
    except ValidationError as invalid:
        seen: set[Key] = set()
        for error in invalid.errors(include_url=False):
            # A union answers with one error for each member at the same key.
            where = _existing(error["loc"], source.data)
            if where not in seen:
                seen.add(where)
                _note(findings, source, where, dict(error))
    return None


def _note(
    findings: Findings, source: Source, where: Key, error: dict[str, Any]
) -> None:
    kind = str(error["type"])
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        meant = get_close_matches(str(where[-1]), _fields(where), n=1)
        sentence = "unknown_key_meant" if meant else "unknown_key"
        findings.add(
            source, where, sentence, key=where[-1], meant=meant[0] if meant else ""
        )
    elif kind in {"missing", "union_tag_not_found"}:
        key = where[-1] if kind == "missing" else "rule"
        findings.add(source, where, "missing_key", key=key)
    elif kind in {"literal_error", "union_tag_invalid"}:
        expected = context.get("expected", context.get("expected_tags", ""))
        findings.add(source, where, "not_one_of", expected=expected)
    elif kind in _TYPES:
        findings.add(source, where, f"wrong_type.{_TYPES[kind]}")
    else:
        findings.add(source, where, "not_valid", message=error["msg"])


def _fields(where: Key) -> list[str]:
    """The keys that would be right beside the wrong one."""
    tables = [part for part in where[:-1] if part in _TABLES]
    owners = _TABLES[str(tables[-1]) if tables else ""]
    return [
        field.alias or name
        for owner in owners
        for name, field in owner.model_fields.items()
    ]


def _existing(loc: tuple[str | int, ...], data: object) -> Key:
    """`loc` without the parts that name a member of a union instead of a key.

    The last part stays even if the file lacks it: it may be the key that is missing.
    """
    where: Key = ()
    held = data
    for part in loc[:-1]:
        inner = inside(held, part)
        if inner is not None:
            where, held = (*where, part), inner
    named = isinstance(held, dict) or inside(held, loc[-1]) is not None
    return (*where, loc[-1]) if named else where
