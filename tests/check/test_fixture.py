"""Fixtures and packs with mistakes: all of them are told, each with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from companion.check.cases import load_cases
from companion.data import selectors_dir
from companion.errors import FixtureInvalid, PackInvalid, Problem

FACTS = 'url = "https://www.1688.com/"\nstates = ["home"]\n'
EXPECT = '\n[expect]\n"home.register_link" = false\n'


def write(folder: Path, facts: str, page: bytes | None = b"<p>hi") -> Path:
    """A fixture's folder."""
    folder.mkdir(parents=True)
    (folder / "fixture.toml").write_text(facts, "utf-8")
    if page is not None:
        (folder / "page.html").write_bytes(page)
    return folder


def problems_of(*folders: Path, selectors: Path | None = None) -> list[Problem]:
    """Everything that is wrong with these fixtures."""
    names = [str(folder) for folder in folders]
    with pytest.raises((FixtureInvalid, PackInvalid)) as invalid:
        load_cases(names, selectors or selectors_dir(), folders[0].parent, lang="en")
    return list(invalid.value.problems)


@pytest.mark.parametrize(
    ("facts", "line", "told"),
    [
        (FACTS, 1, "The fixture expects nothing: [expect] names no target."),
        (FACTS + "[expect]\n", 3, "The fixture expects nothing"),
        (FACTS + "[expect\n", 3, "The file is not TOML"),
        ("states = []\n" + EXPECT, 1, "The key `url` is missing."),
        ('url = "home"\nstates = []\n' + EXPECT, 1, "`home` is no address"),
        (FACTS + "schema = 2\n" + EXPECT, 3, "The value must be one of: 1."),
        (FACTS + "staes = []\n" + EXPECT, 3, "Did you mean `states`?"),
        (FACTS + EXPECT + '"form.phon" = false\n', 6, "Did you mean `form.phone`?"),
        (FACTS.replace('"home"', '"hom"') + EXPECT, 2, "Did you mean `home`?"),
        (FACTS + EXPECT + '"form.phone" = true\n', 6, ""),
        (FACTS + EXPECT + '"form.phone" = { csss = "a" }\n', 6, ""),
        (FACTS + '[frames]\n"https://x/" = "f.html"\n' + EXPECT, 4, "`f.html`"),
        (FACTS + '[frames]\n"https://x/" = "../../x"\n' + EXPECT, 4, "`../../x`"),
    ],
)
def test_mistake_is_told_with_its_line(
    tmp_path: Path, facts: str, line: int, told: str
) -> None:
    """A mistake in fixture.toml is told with file, line and what to do."""
    case = write(tmp_path / "case", facts)

    problems = problems_of(case)

    assert {(case / "fixture.toml", line)} == {(it.file, it.line) for it in problems}
    assert any(told in problem.text for problem in problems)


def test_folder_without_facts_is_told(tmp_path: Path) -> None:
    """A folder that is no fixture, or is not there, is told."""
    (problem,) = problems_of(tmp_path / "nowhere")

    assert tmp_path / "nowhere" / "fixture.toml" == problem.file


def test_missing_page_is_told(tmp_path: Path) -> None:
    """A fixture without its page is told at its address."""
    case = write(tmp_path / "case", FACTS + EXPECT, page=None)

    (problem,) = problems_of(case)

    assert (case / "fixture.toml", 1) == (problem.file, problem.line)


def test_broken_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    """Bytes that no encoding explains are told with the page's own line."""
    page = "<p>\n<p>好\n".encode() + b"\xff\xfe\xff\n"
    case = write(tmp_path / "case", FACTS + EXPECT, page=page)

    (problem,) = problems_of(case)

    assert (case / "page.html", 3) == (problem.file, problem.line)


def test_all_fixtures_are_told_at_once(tmp_path: Path) -> None:
    """One bad fixture does not hide another."""
    cases = [write(tmp_path / name, FACTS) for name in ("a", "b")]

    problems = problems_of(*cases)

    assert [case / "fixture.toml" for case in cases] == [it.file for it in problems]


def test_pack_and_fixtures_are_told_at_once(tmp_path: Path) -> None:
    """A pack of another version and a bad fixture are told together."""
    pack = tmp_path / "1688"
    shutil.copytree(selectors_dir() / "1688", pack)
    site = pack / "site.toml"
    site.write_text(site.read_text("utf-8").replace("schema = 1", "schema = 9"))
    case = write(tmp_path / "case", FACTS)

    problems = problems_of(case, selectors=pack)

    assert [site, case / "fixture.toml"] == [problem.file for problem in problems]


def test_case_of_the_pack_goes_by_its_name(tmp_path: Path) -> None:
    """`page/case` names a fixture of the pack's own folder."""
    write(tmp_path / "1688" / "home" / "one", FACTS + EXPECT)

    cases = load_cases(["home/one"], selectors_dir(), tmp_path, lang="en")

    assert ["home/one"] == [fixture.name for fixture in cases.fixtures]


def test_all_cases_are_taken_by_default(tmp_path: Path) -> None:
    """Without a name every fixture of the site is checked."""
    for name in ("b", "a"):
        write(tmp_path / "1688" / "home" / name, FACTS + EXPECT)

    cases = load_cases([], selectors_dir(), tmp_path, lang="en")

    assert ["home/a", "home/b"] == [fixture.name for fixture in cases.fixtures]
