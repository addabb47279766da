"""The window of a phone's width, for rehearsing the mobile web on a computer."""

from __future__ import annotations

import os
from dataclasses import replace

from companion.session.start import Options

FLOW = "mobile"
#: What most phones show, in CSS pixels, with the browser's own bars.
_WINDOW = "--window-size=412,915"
_ARGUMENTS = "COMPANION_BROWSER_ARGS"


def phone_sized(options: Options) -> Options:
    """The run in such a window: on the mobile practice page unless another is named.

    In a profile that is thrown away, since a browser opens its next window as large as
    the last one was.
    """
    before = os.environ.get(_ARGUMENTS, "")
    os.environ[_ARGUMENTS] = f"{before} {_WINDOW}".strip()
    rehearses = options.practice is None and options.url is None
    practice = FLOW if rehearses else options.practice
    return replace(options, practice=practice, shared=True)
