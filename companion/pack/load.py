"""Reads a pack's folder; everything wrong with any of its files is told at once."""

from __future__ import annotations

from pathlib import Path

from companion.errors import PackInvalid
from companion.pack.after_files import load_after
from companion.pack.findings import Findings
from companion.pack.glossary import GLOSSARY_FILE, GlossaryFile
from companion.pack.help import HELP_FILE, HelpFile
from companion.pack.lint import lint
from companion.pack.lint.folder import Folder
from companion.pack.lint.notices import lint_notices
from companion.pack.models import PageFile
from companion.pack.notice_files import read_notices, validate_notices
from companion.pack.site import JOURNEY_FILE, SITE_FILE, JourneyFile, Pack, SiteFile
from companion.pack.source import Source, read_source
from companion.pack.synonyms import Synonyms, spread_notices
from companion.pack.validation import File, validate
from companion.sentences import LANGUAGES, Sentences


def load_pack(folder: Path, *, lang: str = LANGUAGES[0]) -> Pack:
    """Return the pack in `folder`.

    Raises PackInvalid with every problem of every file, each with file and line, told
    in the language `lang`.
    """
    findings = Findings(Sentences(lang))
    sources = _read(folder, findings)
    site = _only(SiteFile, sources.get(SITE_FILE), findings)
    journey = _only(JourneyFile, sources.get(JOURNEY_FILE), findings)
    advice = _only(HelpFile, sources.get(HELP_FILE), findings)
    words = _only(GlossaryFile, sources.get(GLOSSARY_FILE), findings)
    pages: dict[str, PageFile] = {}
    for source in Folder(sources).pages:
        if page := _only(PageFile, source, findings):
            pages[source.path.stem] = page
    said = read_notices(folder, findings)
    notices = validate_notices(said.values(), findings)
    lint(sources, findings)
    lint_notices(said, Folder(sources), findings)
    after = load_after(folder, words, findings)
    if findings.problems or site is None or journey is None:
        raise PackInvalid(findings.problems) from None
    placed = {id_: _placed(pages[id_], site) for id_ in journey.pages}
    return Pack(
        folder,
        site,
        journey,
        placed,
        advice or HelpFile(),
        spread_notices(notices, Synonyms(site.synonyms.things)),
        words or GlossaryFile(),
        after,
    )


def _placed(page: PageFile, site: SiteFile) -> PageFile:
    """The page with the addresses of its place among its own."""
    head = page.page
    place = site.places.get(head.place or "")
    if place is None:
        return page
    hosts = (*place.hosts, *head.hosts)
    paths = (*place.paths, *head.paths)
    return page.model_copy(
        update={"page": head.model_copy(update={"hosts": hosts, "paths": paths})}
    )


def _only(model: type[File], source: Source | None, findings: Findings) -> File | None:
    """The one file of its kind; what stands in the way of reading it is noted."""
    if source is None or source.broken:
        return None
    return validate(model, source, findings)


def _read(folder: Path, findings: Findings) -> dict[str, Source]:
    sources = {file.name: read_source(file) for file in sorted(folder.glob("*.toml"))}
    for name in (SITE_FILE, JOURNEY_FILE):
        if name not in sources:
            findings.add(Source(folder / name, ""), (), "missing_file")
    for source in sources.values():
        if source.broken:
            line, reason = source.broken
            source.mark(line)
            findings.add(source, (), "not_toml", reason=reason)
    return sources
