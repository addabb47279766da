"""The panel in the corner: where the person is, what to do now, and how sure we are."""

from __future__ import annotations

from collections.abc import Mapping

from companion.pack.hosts import Standing
from companion.sentences import Sentences
from companion.session.advice import Advice
from companion.session.guidance import Shown
from companion.session.journey import SUCCESS, UNKNOWN, Progress


class PanelWriter:
    """Writes the panel's model (PanelModel of agent/src/messages.ts)."""

    def __init__(self, sentences: Sentences, seen: Mapping[str, str]) -> None:
        """`seen`: state -> the date its page was last seen live, or `never`."""
        self._say = sentences.say
        self._sentences = sentences
        self._seen = seen

    def write(
        self,
        standing: Standing,
        states: tuple[str, ...],
        progress: Progress | None,
        next_step: Shown | None,
        advice: Advice,
    ) -> dict[str, object]:
        """The whole panel of one tab."""
        return {
            "banner": self._banner(advice),
            "badge": self._badge(standing),
            "progress": self._progress(progress),
            "sentence": self._sentence(standing, states, progress, next_step, advice),
            # Who reads advice needs the room.
            "note": "" if advice.opened else self._note(standing, states),
            "clock": self._clock(advice),
            "notice": advice.notice,
            "buttons": self._buttons(advice),
            "help": advice.help,
        }

    def _banner(self, advice: Advice) -> dict[str, str] | None:
        if advice.banner is None:
            return None
        return {"text": self._say(f"panel.banner.{advice.banner}"), "tone": "warn"}

    def _clock(self, advice: Advice) -> str | None:
        if advice.waited is None:
            return None
        return self._say("panel.clock", waited=advice.waited)

    def _buttons(self, advice: Advice) -> dict[str, str]:
        words = {key: self._say(f"panel.button.{key}") for key in _BUTTONS}
        return words if advice.different else words | {"different": ""}

    def _badge(self, standing: Standing) -> dict[str, str]:
        tone = "foreign"
        if standing.official:
            tone = "practice" if standing.practice else "official"
        return {"text": self._say(f"panel.badge.{tone}"), "tone": tone}

    def _progress(self, progress: Progress | None) -> dict[str, object] | None:
        if progress is None:
            return None
        number = min(progress.done + 1, progress.of)
        text = self._say(
            "panel.progress", done=number, of=progress.of, name=progress.milestone.words
        )
        return {"text": text, "done": progress.done, "of": progress.of}

    def _sentence(
        self,
        standing: Standing,
        states: tuple[str, ...],
        progress: Progress | None,
        next_step: Shown | None,
        advice: Advice,
    ) -> str:
        if not standing.official:
            return self._say("panel.foreign")
        if next_step is not None:
            return self._next(next_step)
        if advice.already:
            return self._say("panel.already")
        for state in (SUCCESS, UNKNOWN):
            if state in states:
                return self._say(f"panel.{state}")
        waiting = f"panel.waiting.{progress.milestone.id}" if progress else ""
        return self._say(waiting if waiting in self._sentences else "panel.waiting.any")

    def _next(self, step: Shown) -> str:
        if step.visible or step.scroll is None:
            return step.hint
        # Where the ring is out of sight, the way to it comes first.
        middle = step.scroll[1] + step.scroll[3] / 2
        below = step.rect[1] + step.rect[3] / 2 > middle
        # In an open list or a frame it is not the page that has to be scrolled.
        inside = "" if step.scroll[:2] == (0, 0) else "inside_"
        way = inside + ("down" if below else "up")
        return f"{self._say(f'panel.scroll.{way}')} {step.hint}"

    def _note(self, standing: Standing, states: tuple[str, ...]) -> str:
        if not standing.official:
            return ""
        dates = [self._seen[state] for state in states if state in self._seen]
        if not dates or "never" in dates:
            return self._say("panel.evidence.never")
        return self._say("panel.evidence.seen", date=min(dates))


_BUTTONS = (
    "stuck",
    "hide",
    "show",
    "larger",
    "different",
    "back",
    "copy",
    "copied",
)
