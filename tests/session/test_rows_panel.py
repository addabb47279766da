"""What the panel says of the place, the way and the end, in the site's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from companion.pack.brief import compile_brief
from companion.pack.hosts import Standing, hosts_match
from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.session.advice import Advice
from companion.session.journey import progress
from companion.session.knowledge import Knowledge, Milestone
from companion.session.notices import Notices
from companion.session.panel import PanelWriter
from companion.session.view import TabView
from tests.session.conftest import report

OFFICIAL = Standing(official=True, practice=False, canonical_host="www.1688.com")


@pytest.fixture
def known(pack: Pack) -> Knowledge:
    """All that the pack knows, in Vietnamese."""
    milestones = tuple(
        Milestone(one.id, one.words.vi, frozenset(one.targets), frozenset(one.states))
        for one in pack.milestones
    )
    brief = compile_brief(pack, tag="x-a", lang="vi", account="personal")
    return Knowledge.read(brief, milestones)


def panel(
    standing: Standing, known: Knowledge, *states: str, already: bool = False
) -> dict[str, str]:
    """Badge, progress and sentence of a page on which nothing is next."""
    reached = progress(known, states, None)
    model = PanelWriter(Sentences("vi"), {}).write(
        standing, states, reached, None, Advice(already=already)
    )
    texts = {"sentence": model["sentence"]}
    for part in ("badge", "progress"):
        said = model[part]
        texts[part] = said["text"] if isinstance(said, dict) else ""
    return {name: str(text) for name, text in texts.items()}


def test_the_official_address_is_opened(pack: Pack, known: Knowledge) -> None:
    """Rows 49, 100: the program opens the site's own address, and says that it is."""
    standing = hosts_match(pack.hosts, pack.start)

    assert "https://www.1688.com/" == pack.start
    assert "Đúng trang chính thức của 1688" == panel(standing, known, "home")["badge"]


@pytest.mark.parametrize(
    "address",
    ["https://www.1688.com.dang-nhap.vn/", "https://1688-vn.com/", "http://1688.com/"],
)
def test_another_address_is_told_in_words(
    pack: Pack, known: Knowledge, address: str
) -> None:
    """Row 101: no colour alone says so; nothing of one's own is typed there."""
    said = panel(hosts_match(pack.hosts, address), known)

    assert "Đây không phải trang chính thức của 1688" == said["badge"]
    assert "Đừng nhập mật khẩu hay mã xác nhận" in said["sentence"]


def test_a_form_is_waited_for(known: Knowledge) -> None:
    """Row 56: after the choice of the kind the form takes a moment."""
    assert "Đợi biểu mẫu hiện ra" in panel(OFFICIAL, known, "personal_form")["sentence"]


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("home", "Bước 1/6 · Mở trang đăng ký"),
        ("account_choice", "Bước 2/6 · Chọn loại tài khoản"),
        ("personal_form", "Bước 3/6 · Điền thông tin"),
        ("slider", "Bước 4/6 · Xác minh và gửi"),
        ("otp", "Bước 5/6 · Nhập mã xác nhận"),
    ],
)
def test_the_way_is_counted(known: Knowledge, state: str, step: str) -> None:
    """Row 68: which step this is, of how many, and what it is called."""
    assert step == panel(OFFICIAL, known, state)["progress"]


def test_the_account_is_seen_to_exist(known: Knowledge) -> None:
    """Rows 41, 67: the end is said, and what is next: password, e-mail, address."""
    said = panel(OFFICIAL, known, "success")["sentence"]

    assert "Đăng ký thành công" in said
    for task in ("lưu mật khẩu", "gắn email", "thêm địa chỉ kho"):
        assert task in said


def test_an_account_that_was_there_is_no_new_one(known: Knowledge) -> None:
    """Whoever is logged in already is told that, and what is next."""
    said = panel(OFFICIAL, known, "success", already=True)["sentence"]

    assert "đã có tài khoản" in said
    assert "thành công" not in said


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        ("system.busy", ("1688 đang bận", "không phải do bạn", "Chờ 1 phút")),
        ("system.network", ("Kết nối mạng có lỗi", "Có mạng lại thì bấm lại")),
    ],
)
def test_a_passing_fault_is_called_one(
    pack: Pack, notice: str, words: tuple[str, ...]
) -> None:
    """Row 103: the site's or the network's fault, nobody's own, and when to go on."""
    said = Notices(pack.notices, "vi")[notice]

    told = " ".join((said.meaning, said.cause or "", said.remedy or ""))
    assert all(one in told for one in words)


def test_a_number_with_an_account_is_recognised(
    pack: Pack, tab: Callable[..., TabView]
) -> None:
    """Row 46: the site's own words for it, and what they mean."""
    notices = Notices(pack.notices, "vi")
    view = tab(report())
    view.frames["TOP"].notices = ("phone.taken",)
    notices.look(view)

    told = notices.panel(view.tab)

    taken = next(one for one in pack.notices if one.id == "phone.taken")
    assert "该手机号已被注册" in taken.texts
    assert told is not None
    assert "Số này đã có tài khoản." == told.title
