"""What a check makes of pages: found, refused, wrong, or not to be looked at."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from companion.check.run import Plan
from tests.check.conftest import REGISTER, Checker, Write

LINK = "<a id=it href='/member/join/x.htm' style='display:inline-block'>免费注册</a>"
OTHER = "<a id=other href='/help/'>帮助中心</a>"
HEAD = "<!doctype html><meta charset=utf-8>"
FOUND = f'"{REGISTER}" = {{ css = "#it" }}'


def test_found_target_is_correct(checker: Checker, write: Write) -> None:
    """A target found at its true element is correct, with path and evidence."""
    case = write(HEAD + LINK + OTHER, FOUND)

    target = checker.target(case)

    assert "correct" == target.outcome
    assert "#it" == target.css
    assert "text “免费注册”" == target.evidence[0]


def test_other_element_is_wrong(checker: Checker, write: Write) -> None:
    """A target found at another element than the true one is wrong."""
    case = write(HEAD + LINK + OTHER, f'"{REGISTER}" = {{ css = "#other" }}')

    target = checker.target(case)

    assert ("wrong", "#it", True) == (target.outcome, target.css, target.wrong_element)


def test_uncalled_answer_is_wrong(checker: Checker, write: Write) -> None:
    """A target found where none should be is wrong."""
    case = write(HEAD + LINK, f'"{REGISTER}" = false')

    target = checker.target(case)

    assert "wrong" == target.outcome


def test_silence_is_refused(checker: Checker, write: Write) -> None:
    """A target that is there and not found is refused, not wrong."""
    case = write(HEAD + LINK.replace("免费注册", "启程"), FOUND)

    target = checker.target(case)

    assert ("refused", False) == (target.outcome, target.wrong_element)


def test_refused_target_tells_why(checker: Checker, write: Write) -> None:
    """A refused target comes with its true element and what that lacks."""
    case = write(HEAD + LINK.replace("免费注册", "登录/注册入口"), FOUND)

    truth = checker.target(case).candidates[0]

    assert truth.truth
    assert ("#it", "登录/注册入口") == (truth.css, truth.text)
    assert ("forbidden", "登录") == (truth.reason, truth.detail)


def test_hidden_element_tells_why(checker: Checker, write: Write) -> None:
    """An element that no person sees is told to be that."""
    case = write(HEAD + f"<div style='visibility:hidden'>{LINK}</div>", FOUND)

    truth = checker.target(case).candidates[0]

    assert "not_shown" == truth.reason


def test_frames_are_looked_into(checker: Checker, write: Write) -> None:
    """A target in a cross-site frame is found there; the frame is told."""
    address = "https://reg.taobao.com/member/reg/fast?x=1"
    page = f"{HEAD}<iframe width=600 height=300 src='{address}'></iframe>"
    case = write(
        page,
        '"form.password" = { css = "#p", frame = "https://reg.taobao.com/*" }',
        url='"https://member.1688.com/member/join/common_join.htm"',
        frames=f'"{address}" = "form.html"',
    )
    form = "<form><label for=p>登录密码</label><input id=p type=password name=password>"
    (case / "form.html").write_text(HEAD + form, "utf-8")

    target = checker.target(case)

    assert ("correct", address) == (target.outcome, target.frame)


def test_shadow_roots_are_looked_into(checker: Checker, write: Write) -> None:
    """An expectation reaches into an open shadow root, and so does the path."""
    shadow = f"<div id=host><template shadowrootmode=open>{LINK}</template></div>"
    case = write(HEAD + shadow, FOUND)

    target = checker.target(case)

    assert ("correct", "#host >>> #it") == (target.outcome, target.css)


@pytest.mark.parametrize("css", ["#host >>> #it", "#host #it"])
def test_an_expectation_may_lead_into_a_shadow_root(
    checker: Checker, write: Write, css: str
) -> None:
    """As the path of what was found does, or by spaces alone."""
    shadow = f"<div id=host><template shadowrootmode=open>{LINK}</template></div>"
    case = write(f"{HEAD}<p><b id=it></b></p>{shadow}", FOUND.replace("#it", css))

    target = checker.target(case)

    assert "correct" == target.outcome


def test_a_drawn_tick_box_lies_on_the_native_one(
    checker: Checker, write: Write
) -> None:
    """To a person the transparent one and what is drawn under it are one thing."""
    style = "position:absolute;left:0;top:0;width:16px;height:16px;margin:0"
    tick = (
        f"<label style='position:relative;padding-left:20px'><span><input type=checkbox"
        f" style='{style};opacity:0'><i id=drawn style='{style};background:#eee'></i>"
        "</span>我已阅读并同意《服务协议》</label>"
    )
    form = (
        "<form><p>登录密码 <input type=password></p><button>同意并注册</button></form>"
    )
    case = write(
        HEAD + tick + form,
        '"form.agreement_checkbox" = { css = "#drawn" }',
        url='"https://member.1688.com/member/join/common_join.htm"',
    )

    target = checker.target(case)

    assert "correct" == target.outcome


PARTS = {
    "a tick and its label": (
        "<label id=it><input type=checkbox hidden><i style='display:inline-block;"
        "width:16px;height:16px;background:#eee'></i> 我已阅读并同意《服务协议》 "
        "<a href=/t>全文</a></label>",
        "correct",
    ),
    "another label's tick": (
        "<label><input type=checkbox> 我已阅读并同意《服务协议》</label>"
        "<label id=it><input type=checkbox> 其他</label>",
        "wrong",
    ),
}


@pytest.mark.parametrize(("row", "outcome"), PARTS.values(), ids=PARTS)
def test_what_ticks_the_same_box_is_the_same(
    checker: Checker, write: Write, row: str, outcome: str
) -> None:
    """A label with a link in it and the tick drawn in it are one thing to press."""
    form = (
        "<form><p>登录密码 <input type=password></p><button>同意并注册</button></form>"
    )
    case = write(
        HEAD + row + form,
        '"form.agreement_checkbox" = { css = "#it" }',
        url='"https://member.1688.com/member/join/common_join.htm"',
    )

    target = checker.target(case)

    assert outcome == target.outcome


def test_foreign_page_has_nothing(checker: Checker, write: Write) -> None:
    """On a host that is not official there is no state and no target."""
    url = '"https://www.1688.com.example/"'
    case = write(HEAD + LINK, f'"{REGISTER}" = false', url=url, states="[]")

    result = checker.only(case)

    assert result.correct
    assert () == result.seen


def test_page_without_state_is_unknown(checker: Checker, write: Write) -> None:
    """`unknown` is the state of an official page on which no other one holds."""
    case = write(HEAD + "<p>hi", f'"{REGISTER}" = false', states='["unknown"]')

    result = checker.only(case)

    assert ("unknown",) == result.seen
    assert result.correct


def test_gbk_page_is_read(checker: Checker, write: Write) -> None:
    """A page in GBK is read as that, with a meta element or without."""
    bare = f"<!doctype html>{LINK}".encode("gbk")
    meta = f"<!doctype html><meta charset=gbk>{LINK}".encode("gbk")
    cases = [write(bare, FOUND, name="bare"), write(meta, FOUND, name="meta")]

    report = checker.check(*cases)

    assert report.correct
    assert 2 == len(report.fixtures)


def test_utf8_under_gbk_meta_is_read(checker: Checker, write: Write) -> None:
    """A page saved as UTF-8 that still calls itself GBK is read as UTF-8."""
    case = write(f"<!doctype html><meta charset=gbk>{LINK}", FOUND)

    target = checker.target(case)

    assert "correct" == target.outcome


def test_page_that_reloads_itself_is_looked_at(checker: Checker, write: Write) -> None:
    """A page that would never stop loading anew stays as it is."""
    refresh = "<meta http-equiv=refresh content=0>"
    case = write(HEAD + refresh + LINK, FOUND)

    target = checker.target(case)

    assert "correct" == target.outcome


def test_scripts_of_pages_do_not_run(checker: Checker, write: Write) -> None:
    """A script that would change the page has no say."""
    script = "<script>document.body.textContent = ''; while (true);</script>"
    case = write(HEAD + LINK + script, FOUND)

    target = checker.target(case)

    assert "correct" == target.outcome


def test_nothing_leaves_the_machine(checker: Checker, write: Write) -> None:
    """A fixture's pictures, styles and frames are not asked for anywhere."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = f"http://127.0.0.1:{server.server_port}"
    style = f"<link rel=stylesheet href={there}/s>"
    calls = f"<img src={there}/i>{style}<iframe src={there}/f></iframe>"
    case = write(HEAD + LINK + calls, FOUND)

    checker.only(case)

    server.shutdown()
    server.server_close()
    assert [] == asked


def test_style_sheet_beside_the_page_counts(checker: Checker, write: Write) -> None:
    """A relative style sheet is answered from the fixture's folder."""
    case = write(f"{HEAD}<link rel=stylesheet href=css/s.css>{LINK}", FOUND)
    (case / "css").mkdir()
    (case / "css" / "s.css").write_text("#it { visibility: hidden }", "utf-8")

    truth = checker.target(case).candidates[0]

    assert "not_shown" == truth.reason


def test_large_page_is_looked_at(checker: Checker, write: Write) -> None:
    """A page of 20 MB is no reason to give up."""
    filler = f"<p hidden>{'x' * 20_000}</p>" * 1000
    case = write(HEAD + LINK + filler, FOUND)

    target = checker.target(case)

    assert "correct" == target.outcome


def test_page_past_its_deadline_is_a_problem(checker: Checker, write: Write) -> None:
    """A page that is not ready in time is told with its line; the others go on."""
    slow = write(HEAD + "<p><b>x</b></p>" * 1_000_000, FOUND, name="slow")
    quick = write(HEAD + LINK, FOUND, name="quick")

    report = checker.check(slow, quick, plan=Plan(jobs=1, deadline_s=1.5))

    (problem,) = report.problems
    assert (slow / "fixture.toml", 1) == (problem.file, problem.line)
    assert ["correct"] == [target.outcome for target in report.targets]


def test_selector_that_fits_not_once_is_a_problem(
    checker: Checker, write: Write
) -> None:
    """Expectations that match nothing, several, or in no frame are told by line."""
    expect = "\n".join(
        (
            '"home.register_link" = { css = "#gone" }',
            '"home.login_link" = { css = "a" }',
            '"form.phone" = { css = "a[" }',
            '"form.email" = { css = "a", frame = "https://x.example/*" }',
            '"form.submit" = false',
        )
    )
    case = write(HEAD + LINK + OTHER, expect)

    report = checker.check(case)

    problems = [(problem.line, problem.text) for problem in report.problems]
    assert [
        (7, "`#gone` matches no element."),
        (8, "`a` matches 2 elements; it must be one."),
        (9, "`a[` is no CSS selector."),
        (10, "No frame of the page has an address like `https://x.example/*`."),
    ] == problems
    assert ["form.submit"] == [target.target for target in report.targets]


def test_results_keep_the_order_asked_for(checker: Checker, write: Write) -> None:
    """Side by side or not, results come in the order of the fixtures."""
    cases = [write(HEAD + LINK, FOUND, name=f"c{number}") for number in range(5)]

    report = checker.check(*cases, plan=Plan(jobs=3))

    assert [str(case) for case in cases] == [one.path for one in report.fixtures]
