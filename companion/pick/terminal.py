"""The conversation in the terminal: what is proposed, and what the person answers."""

from __future__ import annotations

import contextlib
import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from companion.check.terminal import Terminal as CheckTerminal
from companion.pick.anchors import Anchors
from companion.pick.effect import Effect
from companion.pick.picked import Picked, Trial
from companion.sentences import Sentences

_DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}


class Terminal:
    """Tells and asks in one language: results to stdout, everything else to stderr."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._console = Console(highlight=False, soft_wrap=True)
        self._check = CheckTerminal(self._console, sentences)

    def say(self, key: str, **fields: object) -> str:
        """One sentence of `pick`."""
        return self._sentences.say(f"pick.{key}", **fields)

    def note(self, key: str, **fields: object) -> None:
        """One sentence on what goes on."""
        print(self.say(key, **fields), file=sys.stderr, flush=True)

    def told(self, text: str, style: str = "") -> None:
        """One line of results."""
        self._console.print(Text(text, style))

    def picked(self, picked: Picked, kind: str) -> None:
        """What was picked, before anything is asked."""
        name = self.say(f"kind.{kind}")
        said = next((one for all_ in picked.words.values() for one in all_), "–")
        self.told(
            self.say("picked", kind=name, words=said, css=picked.css or "–"), "bold"
        )
        if picked.known:
            self.told(self.say("known", target=picked.known))

    def proposal(self, target: str, anchors: Anchors, within: Sequence[str]) -> None:
        """The anchors, one line for each list."""
        self.told(self.say("proposal", target=target), "bold")
        for name, texts in {**anchors.words, **anchors.keys}.items():
            self.told(f"  {name}: {' | '.join(texts)}")
        if within:
            self.told(f"  within: {' | '.join(within)}")

    def expectation(self, picked: Picked, target: str) -> None:
        """The line for `fixture.toml`, where a selector fits the element alone."""
        if picked.css:
            self.told(self.say("expectation", line=picked.expectation(target)))

    def trial(self, trial: Trial) -> None:
        """How the proposal does on the page at hand."""
        if trial.found:
            evidence = ", ".join(trial.evidence)
            self.told(self.say("trial.found", evidence=evidence), "green")
        else:
            key = f"check.reason.{trial.reason}"
            reason = self._sentences.say(key, detail=trial.detail)
            self.told(self.say("trial.not_found", reason=reason), "yellow")
        if trial.others:
            self.told(self.say("trial.others", count=trial.others))

    def effect(self, effect: Effect) -> None:
        """What got better or worse on the saved pages."""
        if not effect.changed:
            self.told(self.say("effect.none", pages=effect.pages))
            return
        self.told(self.say("effect.title", pages=effect.pages), "bold")
        for change in effect.changed:
            style = "green" if change.after == "correct" else "bold red"
            self.told(f"  {self._check.tell_change(change)}", style)

    def diff(self, file: Path, before: str, after: str) -> None:
        """The change as a unified diff."""
        lines = difflib.unified_diff(
            before.splitlines(), after.splitlines(), str(file), str(file), lineterm=""
        )
        for line in lines:
            self.told(line, _DIFF_STYLES.get(line[:1], ""))

    def ask(self, key: str, known: Sequence[str], **fields: object) -> str:
        """The person's answer; Tab completes to one of `known`.

        Raises KeyboardInterrupt, also at the end of the input.
        """
        with _completing(known):
            print(self.say(key, **fields), end=" ", file=sys.stderr, flush=True)
            try:
                return input().strip()
            except EOFError:
                raise KeyboardInterrupt from None

    def confirm(self, key: str, **fields: object) -> bool:
        """Whether the person agrees; anything but a yes is a no."""
        answer = self.ask(key, (), **fields).lower()
        return answer in self.say("yes").split()


@contextlib.contextmanager
def _completing(known: Sequence[str]) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # Windows
        yield
        return

    def complete(begun: str, number: int) -> str | None:
        fitting = [one for one in known if one.startswith(begun)]
        return fitting[number] if number < len(fitting) else None

    before = readline.get_completer()
    readline.set_completer_delims(" ")
    readline.parse_and_bind("tab: complete")
    readline.set_completer(complete)
    try:
        yield
    finally:
        readline.set_completer(before)
