"""The gallery page: what the visitor saw, step by step, in one folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from jinja2 import Environment, PackageLoader

from companion.demo.visitor import Picture
from companion.sentences import Sentences

#: The account exists; the right advice was given where none can; neither.
Ending = Literal["success", "advised", "stopped"]


def write_gallery(
    folder: Path, pictures: list[Picture], sentences: Sentences, *, ending: Ending
) -> Path:
    """Write `index.html` beside the pictures and return its path."""
    environment = Environment(
        loader=PackageLoader("companion.demo", "templates"), autoescape=True
    )
    words = {
        name: sentences.say(f"demo.page.{name}")
        for name in ("title", "lead", *get_args(Ending))
    }
    page = environment.get_template("gallery.html.jinja").render(
        lang=sentences.lang,
        words=words,
        pictures=pictures,
        ending=words[ending],
    )
    file = folder / "index.html"
    file.write_text(page, encoding="utf-8")
    return file
