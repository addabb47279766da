"""`companion guide` as one run: pictures, one file of HTML, and a PDF if wanted."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser
from playwright.async_api import Error as PlaywrightError

from companion.browser.find import find_browser
from companion.check.cases import SITE, load_cases
from companion.check.stage import windowless
from companion.cli.printer import tell
from companion.data import fixtures_dir, selectors_dir
from companion.errors import CompanionError
from companion.guide.camera import Missed
from companion.guide.document import phone_guide, whole_guide
from companion.guide.illustrate import illustrate
from companion.guide.pdf import print_pdf
from companion.guide.plan import load_plan
from companion.pack.load import load_pack
from companion.pack.models import Account
from companion.pages.page import Page
from companion.pages.write import write_page
from companion.sentences import Sentences


@dataclass(frozen=True)
class Options:
    """What to write, and where."""

    out: Path
    pdf: Path | None = None
    phone: bool = False
    account: Account = "personal"
    browser: str | None = None
    lang: str = "vi"
    selectors: Path | None = None
    fixtures: Path | None = None


class NotWritable(CompanionError):
    """The guide can't be written where it is wanted: bad usage."""

    exit_code = 2


class Incomplete(CompanionError):
    """The guide is written, without the pictures that would have been wrong."""


class NoPdf(CompanionError):
    """The guide is written, but the browser would not print it."""


class GuideStopped(CompanionError):
    """The person pressed Ctrl-C."""

    exit_code = 130


def run(options: Options) -> int:
    """Write the guide. Raises CompanionError."""
    try:
        return asyncio.run(_run(options))
    except KeyboardInterrupt:
        raise GuideStopped("guide.stopped") from None


async def _run(options: Options) -> int:
    for file in filter(None, (options.out, options.pdf)):
        _try_to_write(file)
    if options.phone:
        folder = (options.selectors or selectors_dir()) / SITE
        pack = load_pack(folder, lang=options.lang)
        page, missed = phone_guide(pack, Sentences(options.lang)), 0
        html = write_page(page, Sentences(options.lang))
        _write(options.out, html.encode())
        if options.pdf is not None:
            async with windowless(find_browser(options.browser)) as browser:
                await _print(browser, html, options)
    else:
        async with windowless(find_browser(options.browser)) as browser:
            page, missed = await _illustrated(browser, options)
            html = write_page(page, Sentences(options.lang))
            _write(options.out, html.encode())
            if options.pdf is not None:
                await _print(browser, html, options)
    tell("guide.written", path=options.out)
    if missed:
        raise Incomplete("guide.incomplete", count=missed)
    return 0


async def _illustrated(browser: Browser, options: Options) -> tuple[Page, int]:
    """The whole guide, and how many of its pictures had to be left out."""
    selectors = options.selectors or selectors_dir()
    fixtures = options.fixtures or fixtures_dir()
    pack = load_pack(selectors / SITE, lang=options.lang)
    plan = load_plan(pack, options.lang)
    ways = plan.ways_of(options.account)
    names = sorted({screen.case for way in ways for screen in way.screens})
    cases = load_cases(names, selectors, fixtures, lang=options.lang)
    known = {fixture.name: fixture for fixture in cases.fixtures}
    tell("guide.drawing")
    wanted = (options.account, options.lang)
    shots, missed = await illustrate(browser, pack, plan, known, wanted)
    sentences = Sentences(options.lang)
    for one in missed:
        _tell_missed(one, sentences)
    return whole_guide(pack, plan, options.account, shots, sentences), len(missed)


def _tell_missed(missed: Missed, sentences: Sentences) -> None:
    reason = sentences.say(f"guide.reason.{missed.reason}")
    tell("guide.missed", target=missed.target, case=missed.case, reason=reason)


async def _print(browser: Browser, html: str, options: Options) -> None:
    assert options.pdf is not None
    try:
        pdf = await print_pdf(browser, html, Sentences(options.lang).say("guide.page"))
    except PlaywrightError:
        raise NoPdf("guide.no_pdf", path=options.out) from None
    _write(options.pdf, pdf)
    tell("guide.written_pdf", path=options.pdf)


def _try_to_write(file: Path) -> None:
    """Before the work is done: whether its result could be kept."""
    was_there = file.exists()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("ab").close()
        if not was_there:
            file.unlink()
    except OSError:
        raise NotWritable("guide.not_writable", path=file) from None


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError:
        raise NotWritable("guide.not_writable", path=file) from None
