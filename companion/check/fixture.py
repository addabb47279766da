"""Saved pages as folders: reading them, and telling everything wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from companion.check.document import (
    PAGE,
    Document,
    EncodingUnknown,
    address,
    read_document,
)
from companion.pack.findings import Findings
from companion.pack.models import PackModel, Texts
from companion.pack.site import Pack
from companion.pack.source import Key, Source, read_source
from companion.pack.validation import validate

FACTS = "fixture.toml"
UNKNOWN = "unknown"


class Expected(PackModel):
    """The true element of a target."""

    css: str
    #: Address of the frame it stands in, `*` for any run of characters.
    frame: str | None = None


def _element(value: object) -> object:
    """`false` in the file is None here: the target must not be found."""
    return None if value is False else value


Expectation = Annotated[Expected | None, BeforeValidator(_element)]


class FixtureFile(PackModel):
    """`fixture.toml`."""

    #: The version of the fixture format.
    schema_: Literal[1] = Field(default=1, alias="schema")
    url: str
    title: str = ""
    origin: Literal["replica", "captured"] = "captured"
    evidence: str = ""
    states: Texts
    #: Address of an iframe -> the file that answers it.
    frames: dict[str, str] = Field(default={})
    expect: dict[str, Expectation] = Field(default={})


@dataclass(frozen=True)
class Fixture:
    """One saved page, free of the problems that can be seen without a browser."""

    #: How it was named: `home/alibar-2019`, or a folder.
    name: str
    folder: Path
    source: Source
    facts: FixtureFile
    #: Address as the browser asks for it -> what answers.
    documents: Mapping[str, Document]

    @property
    def url(self) -> str:
        """The address it is opened at."""
        return address(self.facts.url)

    @property
    def expected(self) -> Mapping[str, Expected | None]:
        """Target -> its true element, or None when it must not be found."""
        return self.facts.expect

    @property
    def states(self) -> tuple[str, ...]:
        """The page states that must be recognised, no others."""
        return self.facts.states


def all_cases(root: Path) -> list[str]:
    """Names of all fixtures below `root`, the fixtures of one site."""
    files = root.glob(f"*/*/{FACTS}")
    return sorted(file.parent.relative_to(root).as_posix() for file in files)


def load_fixture(
    name: str, root: Path, pack: Pack | None, findings: Findings
) -> Fixture | None:
    """The fixture called `name`: a case below `root`, or a folder anywhere.

    None after noting all that is wrong with it. Names of targets and states are held
    against `pack`, if there is one.
    """
    folder = folder_of(name, root)
    if not (folder / FACTS).is_file():
        findings.add(Source(folder / FACTS, ""), (), "fixture.missing")
        return None
    source = read_source(folder / FACTS)
    if source.broken:
        line, reason = source.broken
        source.mark(line)
        findings.add(source, (), "not_toml", reason=reason)
        return None
    before = len(findings.problems)
    known = _without_unknown_keys(source, findings)
    facts = validate(FixtureFile, replace(source, data=known), findings)
    _judge_expectations(source, pack, findings)
    if facts is None:
        return None
    _judge_url(source, facts, findings)
    documents = _documents(folder, source, facts, findings)
    if len(findings.problems) > before:
        return None
    return Fixture(name, folder, source, facts, documents)


def folder_of(name: str, root: Path) -> Path:
    """Where the fixture called `name` lies; a case below `root` goes first."""
    case = root / name
    inside = len(Path(name).parts) == 2 and not Path(name).is_absolute()
    return case if inside and (case / FACTS).is_file() else Path(name)


def _without_unknown_keys(source: Source, findings: Findings) -> dict[str, Any]:
    fields = {field.alias or name for name, field in FixtureFile.model_fields.items()}
    for key in source.data.keys() - fields:
        meant = get_close_matches(key, fields, n=1)
        sentence = "unknown_key_meant" if meant else "unknown_key"
        findings.add(source, (key,), sentence, key=key, meant="".join(meant))
    return {key: held for key, held in source.data.items() if key in fields}


def _judge_expectations(source: Source, pack: Pack | None, findings: Findings) -> None:
    expect = source.data.get("expect")
    if not isinstance(expect, dict) or not expect:
        findings.add(source, ("expect",), "fixture.no_expectations")
        expect = {}
    if pack is None:
        return
    states = source.data.get("states")
    named = [
        name
        for name in (states if isinstance(states, list) else [])
        if isinstance(name, str) and name != UNKNOWN
    ]
    for kind, table, names, known in (
        ("target", "expect", expect, pack.targets),
        ("state", "states", named, pack.page_of_state),
    ):
        for name in (name for name in names if name not in known):
            meant = get_close_matches(name, known, n=1)
            sentence = f"unknown_{kind}" + ("_meant" if meant else "")
            where: Key = (table, name)
            findings.add(source, where, sentence, name=name, meant="".join(meant))


def _judge_url(source: Source, facts: FixtureFile, findings: Findings) -> None:
    try:
        parts = urlsplit(facts.url)
        whole = parts.scheme in {"https", "http"} and bool(parts.hostname)
    except ValueError:
        whole = False
    if not whole:
        findings.add(source, ("url",), "fixture.no_address", url=facts.url)


def _documents(
    folder: Path, source: Source, facts: FixtureFile, findings: Findings
) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    files: list[tuple[str, str, Key]] = [(facts.url, PAGE, ("url",))]
    files += [(url, file, ("frames", url)) for url, file in facts.frames.items()]
    for url, file, where in files:
        path = folder / file
        if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
            findings.add(source, where, "fixture.missing_file", file=file)
            continue
        try:
            documents[address(url)] = read_document(path)
        except EncodingUnknown as unknown:
            broken = Source(path, "")
            broken.mark(unknown.line)
            findings.add(broken, (), "fixture.encoding")
    return documents
