"""What the page tells of the article's last part, each point where it is needed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from companion.after.serving import AfterPage
from companion.pack.site import Pack
from companion.sentences import LANGUAGES, Sentences


@pytest.fixture
def tab(page: Tab, address: str) -> Tab:
    """The page, open."""
    page.goto(address)
    return page


def section(tab: Tab, id_: str) -> str:
    """The words of a section, with what is folded in it."""
    return " ".join((tab.locator(f"#{id_}").text_content() or "").split())


def copied(tab: Tab, id_: str) -> list[str]:
    """What the buttons of a section copy."""
    buttons = tab.locator(f"#{id_} [data-copy]")
    return [one.get_attribute("data-copy") or "" for one in buttons.all()]


def test_six_things_are_left_to_do(tab: Tab) -> None:
    """Row 108: signing up is the first step; six tasks stand at the top, with links."""
    links = tab.get_by_role("navigation").get_by_role("link")

    expect(links).to_have_count(6)
    expect(tab.locator(".lead")).to_contain_text("bước đầu")
    assert [f"#{id_}" for id_ in _TASKS] == [
        one.get_attribute("href") for one in links.all()
    ]


_TASKS = ("password", "email", "address", "payment", "search", "supplier")


def test_what_the_account_is_for(tab: Tab) -> None:
    """Rows 5, 6: history, offers, functions; range, makers, comparing, bargaining."""
    words = section(tab, "why")

    for said in ("Lịch sử mua hàng", "Ưu đãi", "Tính năng"):
        assert said in words
    for said in ("nhiều mặt hàng", "đại lý cấp 1", "So sánh giá", "Thương lượng"):
        assert said in words
    assert not tab.get_by_text("Ưu đãi dành cho thành viên").is_visible()


def test_the_password_is_kept_safely(tab: Tab) -> None:
    """Rows 93, 95: a password manager or a safe place; nobody else gets to know it."""
    words = section(tab, "password")

    assert "trình quản lý mật khẩu" in words
    assert "Chương trình không lưu và không biết mật khẩu" in words
    assert "Không cho ai biết mật khẩu" in words


def test_a_shared_computer_keeps_nothing(tab: Tab) -> None:
    """Row 94: not on a public computer; the boxes of the site to leave alone."""
    words = section(tab, "password")

    assert "Máy dùng chung" in words
    assert "Không lưu mật khẩu." in words
    for zh in ("记住密码", "自动登录", "退出登录"):
        assert f"{zh} (" in words


def test_a_throw_away_session_says_nothing_of_saving(pack: Pack, page: Tab) -> None:
    """Row 94: who said that others use this computer is offered no way to save."""
    shared = AfterPage(pack, Sentences("vi"), lambda: True)
    page.goto(shared.address() or "")

    words = section(page, "password")

    shared.close()
    assert "trình quản lý mật khẩu" not in words
    assert "Không lưu mật khẩu." in words


def test_signing_in_again(tab: Tab) -> None:
    """Row 107: the ways to sign in, by the words on the page."""
    words = section(tab, "password")

    for zh in ("登录", "密码登录", "短信登录", "扫码登录", "忘记密码"):
        assert zh in words


def test_the_labels_of_an_address(tab: Tab) -> None:
    """Row 109: every word of the form for an address has its meaning beside it."""
    for zh, meaning in {
        "收货地址": "Địa chỉ nhận hàng",
        "新增收货地址": "Thêm địa chỉ nhận hàng",
        "收货人": "Người nhận",
        "所在地区": "Khu vực",
        "详细地址": "Địa chỉ chi tiết",
        "手机号码": "Số điện thoại",
        "设为默认": "Đặt làm mặc định",
    }.items():
        label = tab.locator("#address .labels li").filter(
            has=tab.get_by_text(zh, exact=True)
        )
        expect(label).to_contain_text(meaning)


def test_an_address_in_china_is_needed(tab: Tab) -> None:
    """Row 110: 1688 does not ship abroad, says the article, with its date."""
    words = section(tab, "address")

    assert "không giao thẳng ra nước ngoài (theo bài hướng dẫn 10/2025)" in words
    assert "kho của đơn vị vận chuyển" in words


def test_what_to_ask_the_forwarder(tab: Tab) -> None:
    """Row 111: a message that asks for address, phone and customer code."""
    (message,) = copied(tab, "address")

    for asked in ("Địa chỉ kho", "Số điện thoại nhận hàng", "mã khách"):
        assert asked in message
    assert "Thiếu mã, kho không biết hàng của ai" in section(tab, "address")


def test_how_to_pay(tab: Tab) -> None:
    """Row 112: Alipay or a Chinese bank; what foreigners may try, and what not."""
    words = section(tab, "payment")

    for said in ("支付宝 (Alipay)", "银行卡 (Thẻ ngân hàng)", "chính tài khoản 1688"):
        assert said in words
    for said in ("hộ chiếu", "Có thể bị hỏi", "Chưa chắc được"):
        assert said in words


def test_paying_through_somebody(tab: Tab) -> None:
    """Row 113: a list to choose a service by; no account is rented or bought."""
    words = section(tab, "payment")

    assert "Không thuê, không mua tài khoản Alipay" in words
    expect(tab.locator("#payment .checks:not(.task) input")).to_have_count(5)
    assert "không giới thiệu và không nhận tiền của bên nào" in words


def test_searching_by_picture(tab: Tab) -> None:
    """Row 115: the words at the camera."""
    assert "以图搜款 (Tìm bằng hình ảnh)" in section(tab, "search")


def test_filters_are_explained(tab: Tab) -> None:
    """Row 116: price, number sold, and what tells of the supplier."""
    words = section(tab, "search")

    for zh in ("价格", "成交量", "回头率", "起批量", "实力商家"):
        assert f"{zh} (" in words


def test_ready_questions_for_a_supplier(tab: Tab, pack: Pack) -> None:
    """Row 117: at least eight Chinese questions with their meaning, and no number."""
    assert pack.after is not None
    phrases = pack.after.groups["supplier"].phrases

    assert 8 <= len(phrases)
    assert [one.zh for one in phrases] == copied(tab, "supplier")
    assert all(one.vi in section(tab, "supplier") for one in phrases)
    assert not any(digit.isdigit() for one in phrases for digit in one.zh)


def test_good_talk_stays_in_the_chat(tab: Tab) -> None:
    """Row 118: how to ask, and where every deal is kept."""
    words = section(tab, "supplier")

    assert "rõ và lịch sự" in words
    assert "Giữ mọi thỏa thuận trong khung chat này" in words


def test_intermediaries_without_praise(tab: Tab) -> None:
    """Rows 119, 121: what they are good for and cost; nobody is recommended."""
    words = section(tab, "agents")

    assert "công ty của tác giả bài. Chương trình không giới thiệu bên nào" in words
    assert "bớt thời gian, công sức và rủi ro" in words
    assert "tự giữ tài khoản và mật khẩu" in words
    expect(tab.locator("#agents a")).to_have_count(0)


def test_what_to_ask_an_intermediary(tab: Tab) -> None:
    """Row 120: what they do, and four questions to send before."""
    (message,) = copied(tab, "agents")

    assert "tìm nguồn hàng, thương lượng, thanh toán, vận chuyển" in section(
        tab, "agents"
    )
    for asked in ("Phí", "Tỷ giá", "Bảo hiểm", "Thời gian"):
        assert f"{asked}:" in message


def test_after_many_failures_one_waits(tab: Tab) -> None:
    """Row 104: stop, wait 1 to 24 hours, and why."""
    words = section(tab, "support")

    assert "chờ từ 1 đến 24 giờ" in words
    assert "1688 dễ nghi" in words


def test_the_official_support(tab: Tab, pack: Pack) -> None:
    """Row 105: the three ways in, and Chinese sentences to paste there."""
    assert pack.after is not None
    words = section(tab, "support")

    for zh in ("客服中心 (", "在线客服 (", "我要咨询 ("):
        assert zh in words
    ready = [one.zh for one in pack.after.groups["support"].phrases]
    assert set(ready) <= set(copied(tab, "support"))


def test_asking_other_buyers(tab: Tab) -> None:
    """Row 106: a question to copy, nothing secret in it, and what is never posted."""
    words = section(tab, "support")

    assert "Đừng đăng mã xác nhận, mật khẩu, ảnh giấy tờ, số điện thoại" in words
    assert any("Chào mọi người" in one for one in copied(tab, "support"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_copied_sentence_is_explained(pack: Pack, lang: str) -> None:
    """Nothing is handed over that the person could not read."""
    assert pack.after is not None

    for group in pack.after.phrases.groups:
        assert all(getattr(one, lang) for one in group.phrases)
