"""From a picked element to a changed pack: propose, try, ask, write, check."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from companion.browser.find import Browser
from companion.errors import CompanionError, FixtureInvalid
from companion.pack.brief import compile_brief
from companion.pack.load import load_pack
from companion.pack.site import Pack
from companion.pick.anchors import Anchors, anchors_of, new_to
from companion.pick.edit import NewTarget, with_anchors, with_target
from companion.pick.effect import Checks, Effect, concerned, effect_of
from companion.pick.picked import Picked, Trial
from companion.pick.picking import Picking
from companion.pick.place import is_target_id, near_names, page_of, pages_for
from companion.pick.terminal import Terminal
from companion.sentences import LANGUAGES, Sentences

_TAG = "x-companion-pick"


class PageUnknown(CompanionError):
    """No page file of the pack is for the address: bad usage."""

    exit_code = 2


class PackNotWritable(CompanionError):
    """The page file can't be written: bad usage."""

    exit_code = 2


@dataclass(frozen=True)
class _Change:
    """A page file as it would be, in a pack that holds it."""

    pack: Pack
    text: str
    trial: Trial


@dataclass(frozen=True)
class _Wish:
    """What the pick is for."""

    target: str
    page: str
    kind: str
    known: bool


class Proposing:
    """One proposal, from the pick to the check."""

    def __init__(  # noqa: PLR0913 - the parts of one run
        self,
        pack: Pack,
        picked: Picked,
        fixtures: Path,
        folder: Path,
        browser: Browser,
        runner: asyncio.Runner,
        terminal: Terminal,
    ) -> None:
        """`folder` is an empty one for copies of the pack."""
        self._pack = pack
        self._picked = picked
        self._fixtures = fixtures
        self._browser = browser
        self._runner = runner
        self._terminal = terminal
        self._before = folder / "before" / pack.folder.resolve().name
        self._after = folder / "after" / pack.folder.resolve().name
        for copy in (self._before, self._after):
            shutil.copytree(pack.folder, copy)

    def run(
        self,
        picking: Picking,
        target: str | None,
        kind: str | None,
        at_hand: str | None,
        *,
        yes: bool,
    ) -> int:
        """The exit code: 0 once the pack is changed for the better, else 1."""
        self._terminal.picked(self._picked, kind or self._picked.kind)
        wish = self._wish(target, kind, yes=yes)
        held = self._pack.targets.get(wish.target)
        saved = at_hand if at_hand and "://" not in at_hand else None
        if saved is not None:
            self._terminal.expectation(self._picked, wish.target)
        anchors = new_to(held, anchors_of(self._picked))
        if not anchors:
            return self._nothing_new(picking, wish)
        change = self._change(picking, wish, anchors)
        self._terminal.trial(change.trial)
        if yes and not change.trial.found:
            self._terminal.note("not_certain")
            return 1
        file = self._pack.folder / f"{wish.page}.toml"
        self._terminal.diff(file, file.read_text("utf-8"), change.text)
        names = concerned(change.pack, wish.page, self._fixtures, saved)
        checks = Checks(names, self._fixtures, "en")
        if not yes and not self._agreed(checks, change.trial):
            self._terminal.note("unchanged")
            return 1
        return self._write(file, change.text, checks, yes=yes)

    def _wish(self, target: str | None, kind: str | None, *, yes: bool) -> _Wish:
        name = target or self._ask_target()
        own = self._pack.targets.get(name)
        page = page_of(self._pack, name) or self._ask_page(name, yes=yes)
        chosen = kind or (own.kind if own else self._picked.kind)
        if own and chosen != own.kind:
            self._terminal.note("kind_kept", target=name, kind=own.kind)
            chosen = own.kind
        return _Wish(name, page, chosen, own is not None)

    def _ask_target(self) -> str:
        ids = list(self._pack.targets)
        default = self._picked.known or ""
        while True:
            name = self._terminal.ask("ask.target", ids, default=default) or default
            near = near_names(self._pack, name)
            if name in ids:
                return name
            if near:
                self._terminal.note("near", names=", ".join(near))
            if not is_target_id(name):
                self._terminal.note("bad_id")
            elif self._terminal.confirm("ask.new", target=name):
                return name

    def _ask_page(self, target: str, *, yes: bool) -> str:
        pages = pages_for(self._pack, self._picked, target)
        if not pages:
            place = {"host": self._picked.host, "path": self._picked.path}
            raise PageUnknown("pick.no_page", **place)
        if yes or len(pages) == 1:
            return pages[0]
        while True:
            page = self._terminal.ask(
                "ask.page", pages, pages=", ".join(pages), default=pages[0]
            )
            if not page or page in pages:
                return page or pages[0]

    def _nothing_new(self, picking: Picking, wish: _Wish) -> int:
        if not wish.known:
            self._terminal.note("nothing_lasting")
            return 1
        trial = self._try(picking, self._pack, wish.target)
        self._terminal.trial(trial)
        self._terminal.note("nothing_new", target=wish.target)
        return 0 if trial.found else 1

    def _change(self, picking: Picking, wish: _Wish, anchors: Anchors) -> _Change:
        """The change as proposed; a new target goes into a container if it must."""
        plain = self._changed(picking, wish, anchors, ())
        chosen = plain
        within: tuple[str, ...] = ()
        if not wish.known and (plain.trial.others or not plain.trial.found):
            for container in self._pack.pages[wish.page].containers:
                placed = self._changed(picking, wish, anchors, (container.id,))
                if placed.trial.found and not placed.trial.others:
                    chosen, within = placed, (container.id,)
                    break
        self._terminal.proposal(wish.target, anchors, within)
        return chosen

    def _changed(
        self, picking: Picking, wish: _Wish, anchors: Anchors, within: tuple[str, ...]
    ) -> _Change:
        original = self._before / f"{wish.page}.toml"
        if wish.known:
            text = with_anchors(original, wish.target, anchors)
        else:
            words = {lang: _placeholder(lang) for lang in LANGUAGES}
            new = NewTarget(wish.target, wish.kind, within, words)
            text = with_target(original, new, anchors)
        (self._after / original.name).write_text(text, "utf-8")
        # Raises PackInvalid: what is proposed holds to every rule of a pack.
        pack = load_pack(self._after)
        return _Change(pack, text, self._try(picking, pack, wish.target))

    def _try(self, picking: Picking, pack: Pack, target: str) -> Trial:
        brief = compile_brief(pack, tag=_TAG, lang="en", account="personal")
        return self._runner.run(picking.tried(brief, target))

    def _agreed(self, checks: Checks, trial: Trial) -> bool:
        effect = self._effect(checks, self._after)
        if effect is not None:
            self._terminal.effect(effect)
        doubtful = not trial.found or (effect is not None and bool(effect.worse))
        return self._terminal.confirm("ask.write_anyway" if doubtful else "ask.write")

    def _write(self, file: Path, text: str, checks: Checks, *, yes: bool) -> int:
        before = file.read_bytes()
        try:
            file.write_text(text, "utf-8", newline="\n")
        except OSError:
            raise PackNotWritable("pick.not_writable", path=file) from None
        self._terminal.note("written", path=file)
        kept = False
        try:
            effect = self._effect(checks, self._pack.folder)
            if effect is not None:
                self._terminal.effect(effect)
            worse = effect is not None and bool(effect.worse)
            kept = not (worse and (yes or self._terminal.confirm("ask.take_back")))
        finally:
            # Also when the check is interrupted: nothing unchecked stays behind.
            if not kept:
                file.write_bytes(before)
                self._terminal.note("taken_back", path=file)
        return 0 if kept else 1

    def _effect(self, checks: Checks, after: Path) -> Effect | None:
        """What the pack in `after` does to the saved pages; None without any."""
        self._terminal.note("checking")
        try:
            reports = self._runner.run(
                checks.reports(self._browser, self._before, after)
            )
        except FixtureInvalid as invalid:
            # A page that expects the new target is a mistake to the pack before.
            return self._after_alone(checks, after, invalid)
        return effect_of(*reports) if reports else None

    def _after_alone(
        self, checks: Checks, after: Path, invalid: FixtureInvalid
    ) -> Effect:
        (report,) = self._runner.run(checks.reports(self._browser, after))
        if not report.fixtures:
            raise invalid
        return effect_of(replace(report, fixtures=()), report)


def _placeholder(lang: str) -> tuple[str, str]:
    """Words to be replaced by those who know the target."""
    sentences = Sentences(lang)
    return sentences.say("pick.new.label"), sentences.say("pick.new.hint")
