"""The script that every document gets: the committed bundle and the compiled pack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

#: All of the agent, or what only looks.
Bundle = Literal["agent", "locator"]


@cache
def bundle(name: Bundle = "agent") -> str:
    """A committed build of `src/`; `npm run build` makes both anew."""
    return files("companion.agent").joinpath(f"dist/{name}.js").read_text("utf-8")


def agent_source(brief: Mapping[str, object]) -> str:
    """JavaScript that boots the agent once in the isolated world it runs in."""
    # ASCII, so that no page's encoding and no U+2028 can touch it.
    data = json.dumps(json.dumps(brief))
    boot = f"CompanionAgent.boot(JSON.parse({data}))"
    return f"{bundle()}\nglobalThis.companion ??= {boot};\n"
