"""Trying the network for a person who asks, with the hosts that matter."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from companion.browser.tabs import Tab
from companion.doctor.network import read_hosts
from companion.pack.help import Probe
from companion.pack.site import Pack
from companion.session.advice import Adviser
from companion.session.reach import is_reachable


def to_try(pack: Pack) -> tuple[Probe, ...]:
    """What the pack's help tries, and every host that `companion doctor` asks."""
    with contextlib.suppress(OSError, ValueError):
        hosts = [Probe(part=one.part, url=one.url) for one in read_hosts(pack.folder)]
        return tuple(dict.fromkeys([*pack.help.probes, *hosts]))
    return pack.help.probes


async def try_network(
    probes: Iterable[Probe],
    *,
    instead: str | None = None,
    reachable: Callable[[str], bool] = is_reachable,
) -> str:
    """The sign of what answers: `probe:well|site|scripts|offline`.

    `instead`: the only address to try, on a practice site that needs no network.
    """
    if instead is not None:
        answers = await asyncio.to_thread(reachable, instead)
        return "probe:well" if answers else "probe:offline"
    asked = list(probes)
    told = await asyncio.gather(
        *(asyncio.to_thread(reachable, one.url) for one in asked)
    )
    silent = {one.part for one, answers in zip(asked, told, strict=True) if not answers}
    if not silent:
        return "probe:well"
    if not any(told):
        return "probe:offline"
    if "site" in silent:
        return "probe:site"
    # The host elsewhere may be blocked by itself: that says nothing of the site.
    return "probe:scripts" if "scripts" in silent else "probe:well"


class Prober:
    """Tries the network for a tab and has the answer shown there."""

    def __init__(
        self,
        probes: Iterable[Probe],
        adviser: Adviser,
        refresh: Callable[[Tab], None],
        is_practice: Callable[[str], bool],
    ) -> None:
        self._probes = tuple(probes)
        self._adviser = adviser
        self._refresh = refresh
        self._is_practice = is_practice
        self._tasks: set[asyncio.Task[None]] = set()

    def ask(self, tab: Tab) -> None:
        """Begin; the panel says so, and within ten seconds what came of it."""
        self._adviser.probed(tab, "probe:running")
        task = asyncio.get_running_loop().create_task(self._try(tab))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _try(self, tab: Tab) -> None:
        # Only browsers know that every name below `localhost` is this computer.
        here = f"http://127.0.0.1:{urlsplit(tab.url).port}/"
        instead = here if self._is_practice(tab.url) else None
        self._adviser.probed(tab, await try_network(self._probes, instead=instead))
        self._refresh(tab)
