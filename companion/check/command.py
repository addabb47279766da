"""`companion check` as one run: a browser, a report, and everywhere it is written."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.async_api import Browser
from rich.console import Console
from rich.progress import Progress

from companion.browser.find import find_browser
from companion.check.against import pack_at
from companion.check.cases import Cases, load_cases, pack_folder, site_folder
from companion.check.fixture import folder_of
from companion.check.html import write_html
from companion.check.mutate.run import Seeds
from companion.check.report import Report
from companion.check.run import Plan, check
from companion.check.stage import windowless
from companion.check.terminal import Terminal
from companion.check.watch import changed, state_of
from companion.cli.printer import report as print_error
from companion.errors import (
    CompanionError,
    DataInvalid,
    FixtureInvalid,
)
from companion.sentences import Sentences

# Wide enough for the longest names where there is no terminal to ask.
_WIDTH = 140


@dataclass(frozen=True)
class Options:
    """What to check, and where to tell."""

    selectors: Path
    fixtures: Path
    #: Case folders or `page/case`; all there are when empty.
    names: tuple[str, ...] = ()
    #: A file, or `-` for stdout.
    json: str | None = None
    html: Path | None = None
    mutations: int = 0
    seed: int = 1
    jobs: int = 2
    against: str | None = None
    watch: bool = False
    browser: str | None = None
    lang: str = "vi"


class CheckStopped(CompanionError):
    """The person pressed Ctrl-C."""

    exit_code = 130


class ReportNotWritable(CompanionError):
    """The file for the report cannot be written: bad usage."""

    exit_code = 2


def run(options: Options) -> int:
    """Check and tell; the value is 0, or 1 when something is not as expected.

    Raises CompanionError: 2 for bad data or usage, 3 for the browser.
    """
    try:
        return asyncio.run(_run(options))
    except KeyboardInterrupt:
        raise CheckStopped("check.stopped") from None


async def _run(options: Options) -> int:
    if options.watch:
        return await _keep_watching(options)
    # Before the browser: what is wrong with files is told on any machine.
    cases = _load(options)
    found = find_browser(options.browser)
    async with windowless(found, pages=options.jobs) as browser:
        return await _once(browser, cases, options)


async def _keep_watching(options: Options) -> int:
    """Check again after each change, until the person ends it."""
    sentences = Sentences(options.lang)
    pack = pack_folder(options.selectors)
    root = site_folder(options.fixtures, pack.name)
    folders = [pack, *(folder_of(name, root) for name in options.names)]
    folders += [] if options.names else [root]
    found = find_browser(options.browser)
    async with windowless(found, pages=options.jobs) as browser:
        while True:
            before = state_of(folders)
            try:
                await _once(browser, _load(options), options)
            except DataInvalid as invalid:
                print_error(invalid)
            print(sentences.say("check.watching"), file=sys.stderr, flush=True)
            await changed(folders, before)


def _load(options: Options) -> Cases:
    return load_cases(
        list(options.names), options.selectors, options.fixtures, lang=options.lang
    )


async def _once(browser: Browser, cases: Cases, options: Options) -> int:
    start = time.monotonic()
    pictures = options.html is not None
    seeds = Seeds(options.mutations, options.seed) if options.mutations else None
    plan = Plan(jobs=options.jobs, pictures=pictures, seeds=seeds)
    before: Report | None = None
    with tempfile.TemporaryDirectory(prefix="companion-") as folder:
        # First of all: a revision that does not exist is told at once.
        old = _cases_before(cases, options, Path(folder))
        with _progress(plan.steps(len(cases.fixtures)), options) as step:
            report = await check(browser, cases, plan, step)
        if old is not None:
            before = await check(browser, old, replace(plan, seeds=None))
    _tell(report, before, options, time.monotonic() - start)
    if report.problems:
        raise FixtureInvalid(report.problems)
    return 0 if report.correct else 1


def _cases_before(cases: Cases, options: Options, folder: Path) -> Cases | None:
    """The same fixtures with the pack of another revision."""
    if options.against is None:
        return None
    pack = pack_at(options.against, cases.pack.folder, folder)
    names = [fixture.name for fixture in cases.fixtures]
    return load_cases(names, pack, options.fixtures, lang=options.lang)


@contextlib.contextmanager
def _progress(steps: int, options: Options) -> Iterator[Callable[[], None]]:
    console = Console(stderr=True)
    words = Sentences(options.lang).say("check.progress")
    with Progress(
        console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(words, total=steps)
        yield lambda: bar.advance(task)


def _tell(
    report: Report, before: Report | None, options: Options, seconds: float
) -> None:
    """Results to stdout, which is the JSON's alone if it is wanted there."""
    console = Console(stderr=options.json == "-")
    if not console.is_terminal:
        console = Console(stderr=options.json == "-", width=_WIDTH)
    sentences = Sentences(options.lang)
    terminal = Terminal(console, sentences)
    terminal.show(report, before, seconds)
    written = json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n"
    try:
        if options.json == "-":
            sys.stdout.write(written)
        elif options.json is not None:
            _ready(Path(options.json)).write_text(written, encoding="utf-8")
        if options.html is not None:
            write_html(_ready(options.html), report, before, (sentences, terminal))
    except OSError as error:
        raise ReportNotWritable("check.not_writable", path=error.filename) from None


def _ready(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
