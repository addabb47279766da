"""A small sound pack on disk, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from companion.errors import PackInvalid, Problem
from companion.pack.load import load_pack

SITE = """\
id = "tiny"
schema = 1
title = { vi = "Nhỏ", en = "Tiny" }
start = "https://www.tiny.example/"
hosts = [".tiny.example"]
date = 2026-01-01
"""

JOURNEY = """\
pages = ["form"]
order = [
  "form.name",
  "form.send",
]

[[milestone]]
id = "only"
words = { vi = "Một bước", en = "One step" }
targets = ["form.name"]
states = ["form"]
"""

FORM = """\
[page]
title = { vi = "Biểu mẫu", en = "Form" }
evidence = "made up"
seen = "never"

[[container]]
id = "box"
kind = "form"
texts = ["用户注册"]

[[target]]
id = "form.name"
kind = "text"
required = true
label = ["用户名"]
placeholder = ["请输入用户名"]
within = ["box"]
done = { rule = "check", check = "filled" }
[target.keys]
id = ["nick"]
[target.words.vi]
label = "Tên đăng nhập"
hint = "Nhập tên ở đây."
codes = { "field.empty" = "Ô này còn trống." }
[target.words.en]
label = "Username"
hint = "Enter the name here."
codes = { "field.empty" = "This box is empty." }

[[target]]
id = "form.send"
kind = "button"
text = ["注册"]
after = ["form.name"]
[target.words.vi]
label = "Đăng ký"
hint = "Bấm **注册 (Đăng ký)**."
[target.words.en]
label = "Sign up"
hint = "Press **注册 (Sign up)**."

[[state]]
id = "form"
all = ["form.name"]
"""

Spoil = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a pack that has no problem."""
    for name, text in (("site", SITE), ("journey", JOURNEY), ("form", FORM)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replace pieces of one file, and get the problems of the pack, told in English."""

    def spoiled(*changes: tuple[str, str], file: str = "form") -> tuple[Problem, ...]:
        path = folder / f"{file}.toml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        try:
            load_pack(folder, lang="en")
        except PackInvalid as invalid:
            return invalid.problems
        return ()

    return spoiled
