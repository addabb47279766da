"""The whole command: exit codes, what goes where, a revision to compare with."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from companion.check.against import RevisionUnknown
from companion.check.command import Options, run
from companion.check.watch import changed, state_of
from companion.data import selectors_dir
from companion.errors import BrowserUnavailable, FixtureInvalid
from tests.check.conftest import REGISTER, Checker, Write

PAGE = "<!doctype html><meta charset=utf-8><a id=it href='/member/join/x'>免费注册</a>"
GOOD = f'"{REGISTER}" = {{ css = "#it" }}'
BAD = f'"{REGISTER}" = false'


def options(case: Path, **chosen: object) -> Options:
    """Options for one fixture."""
    common = {
        "selectors": selectors_dir(),
        "fixtures": case.parent,
        "names": (str(case),),
        "lang": "en",
    }
    return Options(**common | chosen)  # type: ignore[arg-type]


@pytest.mark.parametrize(("expect", "code"), [(GOOD, 0), (BAD, 1)])
def test_exit_code_tells_the_outcome(
    checker: Checker, write: Write, expect: str, code: int
) -> None:
    """0 when everything is as expected, 1 when something is not."""
    case = write(PAGE, expect)

    ended = checker.call(lambda: run(options(case)))

    assert code == ended


def test_json_has_stdout_to_itself(
    checker: Checker, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--json -` stdout holds nothing but the document."""
    case = write(PAGE, GOOD)

    checker.call(lambda: run(options(case, json="-")))

    told = json.loads(capsys.readouterr().out)
    assert {"targets": 1, "correct": 1, "refused": 0, "wrong": 0} == told["totals"]


def test_problem_of_the_page_ends_the_check(
    checker: Checker, write: Write, tmp_path: Path
) -> None:
    """What only the browser can see is bad data too; the results are still written."""
    case = write(PAGE, '"home.login_link" = { css = "#gone" }\n' + GOOD)
    file = tmp_path / "out" / "report.json"

    with pytest.raises(FixtureInvalid):
        checker.call(lambda: run(options(case, json=str(file))))

    assert 1 == json.loads(file.read_text("utf-8"))["totals"]["correct"]


def test_report_shows_what_was_found(
    checker: Checker, write: Write, tmp_path: Path
) -> None:
    """The HTML report is one file with a picture and a frame round the target."""
    case = write(PAGE, GOOD)
    file = tmp_path / "report.html"

    checker.call(lambda: run(options(case, html=file)))

    html = file.read_text("utf-8")
    assert "data:image/jpeg;base64," in html
    assert 'class="mark correct"' in html
    assert "src=http" not in html


def test_other_revision_is_compared_with(
    checker: Checker,
    write: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What a change of the pack mended is told against the revision before it."""
    case = write(PAGE.replace("免费注册", "启程采购"), GOOD, states="[]")
    pack = tmp_path / "repository" / "1688"
    shutil.copytree(selectors_dir() / "1688", pack)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "before"]):
        subprocess.run([*git, *command], cwd=pack, check=True)
    home = pack / "home.toml"
    text = home.read_text("utf-8")
    home.write_text(text.replace('"免费注册",', '"启程采购", "免费注册",', 1), "utf-8")

    checker.call(lambda: run(options(case, selectors=pack, against="HEAD")))

    assert f"{REGISTER}: refused → correct" in capsys.readouterr().out


def test_unknown_revision_is_told(checker: Checker, write: Write) -> None:
    """A revision that git does not know is bad usage."""
    case = write(PAGE, GOOD)

    with pytest.raises(RevisionUnknown):
        checker.call(lambda: run(options(case, against="no-such-revision")))


def test_unknown_browser_is_told(checker: Checker, write: Write) -> None:
    """A browser that is not there ends the check with its own code."""
    case = write(PAGE, GOOD)

    with pytest.raises(BrowserUnavailable):
        checker.call(lambda: run(options(case, browser="/no/such/browser")))


def test_change_of_a_file_is_noticed(checker: Checker, tmp_path: Path) -> None:
    """Watching goes on until a file below the folders changes or comes."""
    before = state_of([tmp_path])
    (tmp_path / "new.toml").write_text("a = 1", "utf-8")

    after = checker.call(lambda: asyncio.run(changed([tmp_path], before)))

    assert {tmp_path / "new.toml"} == set(after)
