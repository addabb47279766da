"""A page as one HTML text that needs nothing else: no server, no network, no font."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from companion.pages.page import Page
from companion.sentences import Sentences

_FOLDER = Path(__file__).parent / "templates"
_HAN = re.compile("([\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def write_page(page: Page, sentences: Sentences) -> str:
    """The whole page, in the language of the sentences."""
    style, script = _read("page.css"), _read("page.js")
    return (
        _environment()
        .get_template(page.template)
        .render(
            page=page,
            lang=sentences.lang,
            style=Markup(style),
            script=Markup(script),
            own_style=Markup(page.style),
            own_script=Markup(page.script),
            # A page opened from a file gets no headers: it brings its policy along.
            policy=policy(page),
            say=lambda key: sentences.say(f"pages.{key}"),
            **page.values,
        )
    )


def policy(page: Page) -> str:
    """The content security policy: only our own style and script, and nothing else."""
    return _policy(page.style, page.script)


@cache
def _policy(own_style: str, own_script: str) -> str:
    styles = [_hash(text) for text in (_read("page.css"), own_style) if text]
    scripts = [_hash(text) for text in (_read("page.js"), own_script) if text]
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {' '.join(styles)}",
            f"script-src {' '.join(scripts)}",
            "img-src data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def in_words(text: str) -> Markup:
    """Escaped text with its bold words, and its Chinese marked for fonts and voices."""
    bold = _BOLD.sub(r"<strong>\1</strong>", str(escape(text)))
    return Markup(_HAN.sub(r'<span lang="zh-CN">\1</span>', bold))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader((_FOLDER, _FOLDER.parents[1])),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = in_words
    return environment


@cache
def _read(name: str) -> str:
    # Between the tags must stand exactly what was hashed, on Windows too.
    return (_FOLDER / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
