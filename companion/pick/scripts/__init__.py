"""What `companion pick` runs in a page, as source text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from companion.agent.source import bundle

_FROM_CHECK = ("elements.js", "candidates.js")
_FROM_CAPTURE = ("selectors.js",)
_OWN = ("describe.js", "overlay.js", "picker.js")


def picker_source(brief: Mapping[str, Any], kinds: Mapping[str, str]) -> str:
    """JavaScript that starts one picker in the isolated world it runs in.

    `kinds` are the words for the kinds of targets, as the tag at an element shows them.
    """
    scripts = [_read("companion.check.scripts", name) for name in _FROM_CHECK]
    scripts += [_read("companion.capture.scripts", name) for name in _FROM_CAPTURE]
    scripts += [_read(__name__, name) for name in _OWN]
    # Twice and in ASCII: safe in every page, whatever its encoding.
    known = json.dumps(json.dumps({"brief": brief, "kinds": kinds}))
    body = "\n".join([bundle(), *scripts, f"return new Picker(JSON.parse({known}));"])
    return f"globalThis.companion ??= (() => {{ {body} }})();\n"


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")
