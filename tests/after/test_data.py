"""What is wrong with the files of `after/` is told with file and line, all at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.data import selectors_dir
from companion.errors import PackInvalid
from companion.pack.load import load_pack

Told = Callable[[str, str, str], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack to spoil."""
    copy = tmp_path / "1688"
    shutil.copytree(selectors_dir() / "1688", copy)
    return copy


@pytest.fixture
def told(folder: Path) -> Told:
    """Replace something in a file; what loading says then."""

    def spoil(name: str, before: str, after: str) -> list[str]:
        file = folder / "after" / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        with pytest.raises(PackInvalid) as invalid:
            load_pack(folder)
        return [f"{one.file.name}: {one.text}" for one in invalid.value.problems]

    return spoil


@pytest.mark.parametrize(
    ("name", "before", "after", "sentence"),
    [
        ("tasks.toml", '["搜索"', '["搜寻"', "Bảng tra chữ chưa có `搜寻`."),
        ("tasks.toml", '["supplier"]', '["seller"]', "Không có nhóm câu nào là"),
        ("tasks.toml", "folded", "folde", "Không có khóa `folde`. Ý bạn là `folded`?"),
        ("tasks.toml", "以图搜款 (Tìm", "以图搜款 Tìm", "“以图搜款” cần nghĩa"),
        ("keywords.toml", '["vớ"]', '["dép"]', "“dép” đã có nghĩa ở trên"),
        ("keywords.toml", 'vi = "tất"', 'vi = "tâ\u0301t"', "NFC"),
        ("phrases.toml", "[[group]]", "[[group]", "TOML"),
    ],
)
def test_every_problem_is_told(
    told: Told, name: str, before: str, after: str, sentence: str
) -> None:
    """One mistake, one sentence, in the file where it stands."""
    (problem,) = told(name, before, after)

    assert problem.startswith(f"{name}: ")
    assert sentence in problem


def test_a_missing_file_is_named(folder: Path) -> None:
    """Two of the three files are not enough."""
    (folder / "after" / "phrases.toml").unlink()

    with pytest.raises(PackInvalid) as invalid:
        load_pack(folder)

    assert ["phrases.toml"] == [one.file.name for one in invalid.value.problems]


def test_a_pack_may_have_none(folder: Path) -> None:
    """Another site's pack has nothing to say of what comes after."""
    shutil.rmtree(folder / "after")

    assert load_pack(folder).after is None
