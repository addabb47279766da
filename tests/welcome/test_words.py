"""What can be read on the page before the sign-up, point by point of the article."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

Told = Mapping[str, str]


def test_it_says_what_the_site_is(told: Told) -> None:
    """Rows 1, 2: a wholesale site of Alibaba for China; who sells, who buys, prices."""
    what = told["what"]

    assert "bán sỉ (B2B) của tập đoàn Alibaba" in what
    assert "thị trường trong nước Trung Quốc" in what
    assert "nhà máy, xưởng và tổng đại lý" in what
    assert "cửa hàng, công ty hoặc cá nhân nhập sỉ" in what
    # "Often" and not "always": nobody has compared every price.
    assert "Giá thường rẻ hơn Taobao hay Tmall" in what


@pytest.mark.parametrize(
    "need", ["giá chi tiết", "Liên hệ", "Đặt được hàng", "Theo dõi được đơn hàng"]
)
def test_it_says_why_an_account(told: Told, need: str) -> None:
    """Row 3: exactly what cannot be done without an account."""
    assert need in told["what"]


def test_it_says_what_goes_without_an_account(told: Told) -> None:
    """Row 4: skimming, and even that not everywhere."""
    assert "bạn chỉ có thể xem lướt" in told["what"]
    assert "trang đã đòi đăng nhập" in told["what"]


@pytest.mark.parametrize(
    "gain",
    [
        "Lịch sử mua hàng, ưu đãi thành viên",
        "nhà sản xuất gốc hoặc đại lý cấp 1",
        "So sánh giá và chất lượng",
        "Thương lượng giá ngay trong khung trò chuyện",
    ],
)
def test_it_says_what_else_an_account_gives(told: Told, gain: str) -> None:
    """Rows 5, 6: history and offers, range, makers, comparing, bargaining."""
    assert gain in told["what"]


def test_the_number_is_to_be_ones_own(told: Told) -> None:
    """Rows 8, 9, 83: in use, in one's own name, neither borrowed nor bought."""
    assert "chính chủ" in told["list"]
    assert "đang dùng được" in told["list"]
    assert "Đừng dùng số mượn, số mua trên mạng hay web nhận SMS hộ" in told["list"]
    assert "mất số là mất tài khoản" in told["list"]


def test_it_says_what_the_number_is_for(told: Told) -> None:
    """Rows 10, 84: the code, the verification, a lost password, support."""
    assert "1688 gửi mã đến số này để hoàn tất và xác minh" in told["list"]
    assert "khi quên mật khẩu hay liên hệ hỗ trợ" in told["list"]


@pytest.mark.parametrize(
    "tip", ["Hộp thư đầy", "chặn tin từ số lạ", "eSIM", "nước ngoài", "chế độ máy bay"]
)
def test_it_says_why_messages_fail_to_come(told: Told, tip: str) -> None:
    """Row 11: the phone has to be able to get text messages."""
    assert tip in told["list"]


def test_an_address_for_mail_is_optional(told: Told) -> None:
    """Row 12: useful later; one address serves one account of the group."""
    assert "Email riêng cho việc nhập hàng (không bắt buộc)" in told["list"]
    assert "lấy lại mật khẩu, quản lý tài khoản và nhận thông báo" in told["list"]
    assert "Mỗi email chỉ dùng cho một tài khoản" in told["list"]


def test_the_browser_is_named(told: Told) -> None:
    """Row 13: which one it is, which others work, and honestly which does not."""
    assert "Google Chrome" in told["browser"]
    assert "Chrome, Edge và Cốc Cốc" in told["browser"]
    assert "Trên Firefox, chương trình chưa vẽ được chỉ dẫn" in told["browser"]


def test_translating_is_unnecessary_and_explained(told: Told) -> None:
    """Row 14: how it is done all the same, and how to undo it."""
    assert "Không cần" in told["browser"]
    assert "Dịch sang Tiếng Việt" in told["browser"]
    assert "Hiển thị bản gốc" in told["browser"]


def test_nothing_is_to_come_in_between(told: Told) -> None:
    """Rows 16, 17: no interruption; power and a firm connection."""
    assert "không bị ngắt quãng" in told["list"]
    assert "Chương trình không tự tải lại và không tự chuyển trang" in told["list"]
    assert "Cắm sạc, tạm tắt chế độ ngủ, để máy nối mạng chắc chắn" in told["list"]


def test_both_kinds_stand_beside_each_other(told: Told) -> None:
    """Rows 18, 30: two kinds, their Chinese names, and every way to spell them."""
    account = told["account"]

    assert "个人账号注册" in account
    assert "企业账户注册" in account
    assert "账号, 账户, 帐号 hay 帐户" in account
    assert "个人 (cá nhân)" in account


def test_it_says_whom_each_kind_suits(told: Told) -> None:
    """Rows 19, 20: small and first purchases, or companies at scale."""
    assert "Mua ít, mua lần đầu, để dùng hoặc bán nhỏ" in told["account"]
    assert "Công ty nhập hàng quy mô lớn, có giấy phép kinh doanh" in told["account"]
    assert "chưa kiểm chứng với doanh nghiệp Việt Nam" in told["account"]


def test_it_says_why_the_choice_matters(told: Told) -> None:
    """Rows 21, 74: it decides on rights and on later steps."""
    assert "loại tài khoản quyết định quyền lợi và các bước sau" in told["account"]


def test_the_other_form_is_no_disaster(told: Told) -> None:
    """Row 31: what happens to who opens the other one."""
    assert "Lỡ mở nhầm biểu mẫu cũng không sao" in told["account"]


@pytest.mark.parametrize(
    "line",
    [
        "Mua lẻ, tự dùng, bán nhỏ",
        "Không cần giấy tờ phức tạp",
        "trả tiền như người mua thường; có giá theo số lượng, khuyến mãi cơ bản",
    ],
)
def test_the_personal_column_is_the_articles(told: Told, line: str) -> None:
    """Rows 75, 76: retail and own use, no papers, prices by quantity."""
    assert line in told["account"]


@pytest.mark.parametrize(
    "line",
    [
        "nhập số lượng lớn và thường xuyên",
        "hóa đơn VAT",
        "Hỗ trợ riêng, dễ thương lượng, được tin hơn (theo bài hướng dẫn)",
        "thanh toán linh hoạt, hóa đơn chính thức, hợp đồng dài hạn",
        "đơn giá trị cao hoặc hàng đặt làm riêng",
        "nhiều giấy tờ, thông tin pháp lý hơn",
        "企业名称",
        "贸易身份",
    ],
)
def test_the_enterprise_column_is_the_articles(told: Told, line: str) -> None:
    """Rows 77, 78, 80, 81, 82: volume, papers, support, terms, and more boxes."""
    assert line in told["account"]


def test_a_tax_code_is_no_licence(told: Told) -> None:
    """Row 79: a shop with a tax code should consider it, and know what is missing."""
    assert "có mã số thuế thì nên cân nhắc loại doanh nghiệp" in told["account"]
    assert "mã số thuế Việt Nam không thay được giấy phép này" in told["account"]


@pytest.mark.parametrize(
    "promise",
    [
        "Chương trình không bấm, không nhập, không kéo thay bạn",
        "Đọc trên trang 1688",
        "Ở lại trong trang",
        "Lưu trên máy này",
    ],
)
def test_one_screen_says_what_is_read_and_kept(told: Told, promise: str) -> None:
    """Row 96: what is read, what stays in the page, and what is kept."""
    assert promise in told["privacy"]


@pytest.mark.parametrize(
    "line",
    [
        "tên đăng nhập, mật khẩu, mã OTP hay ảnh giấy tờ",
        "Kể cả người xưng là nhân viên 1688, hay nhân viên đặt hàng hộ",
        "Cảnh giác với cuộc gọi, tin nhắn, email lạ",
        "Luôn vào bằng đường dẫn chính thức",
        "https://www.1688.com",
        "1688.com.dang-nhap.example",
    ],
)
def test_it_says_how_to_stay_safe(told: Told, line: str) -> None:
    """Rows 97, 98, 99, 100, 101: secrets, staff, strange calls, the real address."""
    assert line in told["safety"]


def test_the_phone_is_offered_instead(told: Told) -> None:
    """Row 22: it is popular, and the program honestly cannot draw there."""
    assert "Đăng ký bằng ứng dụng 1688 cũng tiện và phổ biến" in told["phone"]
    assert "Chương trình không vẽ được lên điện thoại" in told["phone"]
    assert "companion guide --phone" in told["phone"]


def test_the_code_of_the_country_is_explained(told: Told) -> None:
    """Row 35: +86 stands there at first; where to find +84."""
    assert "中国大陆" in told["number"]
    assert "越南" in told["number"]
    assert "ở vần Y" in told["number"]
