"""Which pack and which fixtures a check is about, and all that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from companion.check.fixture import Fixture, all_cases, load_fixture
from companion.errors import FixtureInvalid, PackInvalid
from companion.pack.findings import Findings
from companion.pack.load import load_pack
from companion.pack.site import SITE_FILE, Pack
from companion.pack.source import Source
from companion.sentences import Sentences

SITE = "1688"


@dataclass(frozen=True)
class Cases:
    """What can be checked; what can't is in the findings."""

    pack: Pack
    fixtures: tuple[Fixture, ...]
    findings: Findings


def load_cases(
    names: list[str], selectors: Path, fixtures: Path, *, lang: str
) -> Cases:
    """The fixtures called `names`, or all there are, with the pack they are for.

    Raises PackInvalid with the problems of pack and fixtures together, or
    FixtureInvalid when there is nothing to check at all.
    """
    findings = Findings(Sentences(lang))
    folder = pack_folder(selectors)
    broken: PackInvalid | None = None
    pack: Pack | None = None
    try:
        pack = load_pack(folder, lang=lang)
    except PackInvalid as invalid:
        broken = invalid
    root = site_folder(fixtures, pack.id if pack else folder.name)
    wanted = names or all_cases(root)
    loaded = [load_fixture(name, root, pack, findings) for name in wanted]
    if broken is not None:
        raise PackInvalid((*broken.problems, *findings.problems)) from None
    assert pack is not None
    if not wanted:
        findings.add(Source(root, ""), (), "fixture.none")
    usable = tuple(fixture for fixture in loaded if fixture is not None)
    if not usable:
        raise FixtureInvalid(findings.problems)
    return Cases(pack, usable, findings)


def site_folder(fixtures: Path, site: str) -> Path:
    """The fixtures of one site in `fixtures`, which may be just these."""
    own = fixtures / site
    return own if own.is_dir() else fixtures


def pack_folder(selectors: Path) -> Path:
    """The pack in `selectors`, which may be the pack itself."""
    if (selectors / SITE_FILE).is_file() or not selectors.is_dir():
        return selectors
    packs = sorted(file.parent for file in selectors.glob(f"*/{SITE_FILE}"))
    own = selectors / SITE
    return own if own in packs or not packs else packs[0]
