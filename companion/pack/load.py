"""Reads a pack's folder; everything wrong with any of its files is told at once."""

from __future__ import annotations

from pathlib import Path

from companion.errors import PackInvalid
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
from companion.pack.validation import validate
from companion.sentences import LANGUAGES, Sentences


def load_pack(folder: Path, *, lang: str = LANGUAGES[0]) -> Pack:
    """Return the pack in `folder`.

    Raises PackInvalid with every problem of every file, each with file and line, told
    in the language `lang`.
    """
    findings = Findings(Sentences(lang))
    sources = _read(folder, findings)
    site: SiteFile | None = None
    journey: JourneyFile | None = None
    advice: HelpFile | None = HelpFile()
    words: GlossaryFile | None = GlossaryFile()
    pages: dict[str, PageFile] = {}
    for name, source in sources.items():
        if source.broken:
            continue
        if name == SITE_FILE:
            site = validate(SiteFile, source, findings)
        elif name == JOURNEY_FILE:
            journey = validate(JourneyFile, source, findings)
        elif name == HELP_FILE:
            advice = validate(HelpFile, source, findings)
        elif name == GLOSSARY_FILE:
            words = validate(GlossaryFile, source, findings)
        elif page := validate(PageFile, source, findings):
            pages[source.path.stem] = page
    said = read_notices(folder, findings)
    notices = validate_notices(said.values(), findings)
    lint(sources, findings)
    lint_notices(said, Folder(sources), findings)
    if findings.problems or not (site and journey and advice and words):
        raise PackInvalid(findings.problems) from None
    placed = {id_: pages[id_] for id_ in journey.pages}
    return Pack(folder, site, journey, placed, advice, notices, words)


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
