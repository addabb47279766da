"""Which target is meant, and the page file it belongs to."""

from __future__ import annotations

import re
from difflib import get_close_matches
from fnmatch import fnmatchcase

from companion.pack.models import PageFile, Texts
from companion.pack.site import Pack
from companion.pick.picked import Picked

_ID = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


def is_target_id(name: str) -> bool:
    """Whether a target may be called so: `form.phone`."""
    return _ID.fullmatch(name) is not None


def near_names(pack: Pack, name: str) -> tuple[str, ...]:
    """Targets that were perhaps meant, the likest first."""
    ids = list(pack.targets)
    begun = [id_ for id_ in ids if name and name in id_]
    close = get_close_matches(name, ids, n=3, cutoff=0.6)
    return tuple(dict.fromkeys([*close, *begun]))[:5]


def page_of(pack: Pack, target: str) -> str | None:
    """The page file that describes the target."""
    pages = pack.pages.items()
    return next(
        (id_ for id_, page in pages if target in {one.id for one in page.targets}), None
    )


def pages_for(pack: Pack, picked: Picked, target: str) -> tuple[str, ...]:
    """Page files a new target may belong to, the likeliest first.

    Only those that may be met where it was picked: in others it would never be found.
    """
    group = target.partition(".")[0] + "."

    def fitness(id_: str) -> tuple[bool, int, bool]:
        page = pack.pages[id_]
        named = sum(one.id.startswith(group) for one in page.targets)
        states = {one.id for one in page.states}
        return (id_ + "." == group, named, bool(states & set(picked.states)))

    met = [id_ for id_, page in pack.pages.items() if is_met(page, picked)]
    return tuple(sorted(met, key=fitness, reverse=True))


def is_met(page: PageFile, picked: Picked) -> bool:
    """Whether the page's targets are looked for at the address of the pick."""
    head = page.page
    hosts = not head.hosts or any(
        picked.host == host.removeprefix(".")
        or (host.startswith(".") and picked.host.endswith(host))
        for host in head.hosts
    )
    return hosts and _is_at(head.paths, picked.host, picked.path.lower())


def _is_at(patterns: Texts, host: str, path: str) -> bool:
    """The counterpart of `isAt` in agent/src/locate/targets.ts."""

    def fits(pattern: str) -> bool:
        whole = f"//{host}{path}" if pattern.startswith("//") else path
        return fnmatchcase(whole, pattern.lower())

    barred = [one[1:] for one in patterns if one.startswith("!")]
    open_ = [one for one in patterns if not one.startswith("!")]
    return (not open_ or any(map(fits, open_))) and not any(map(fits, barred))
