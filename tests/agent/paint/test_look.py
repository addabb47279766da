import pathlib
from typing import Any

HTML = pathlib.Path("/tmp/paintx/form.html").read_text()
LABELS = {
    "#pass": ["Mật khẩu", "good"],
    "#again": "Nhập lại mật khẩu",
    "#country": "Quốc gia: chọn **越南 +84**",
    "#phone": ["Số điện thoại: bỏ số 0 đầu", "bad"],
    "#code": "Mã xác nhận",
    "#send": "Gửi mã",
    "#agree": "Đánh dấu ô đồng ý",
    "#submit": "Đồng ý và đăng ký",
}
PANEL: dict[str, Any] = {
    "badge": {"text": "Trang chính thức của 1688", "tone": "official"},
    "progress": {"text": "Bước 3 trên 7: điền biểu mẫu", "done": 2, "of": 7},
    "sentence": "Nhập tên đăng nhập vào ô có khung xanh.",
    "note": "Chương trình nhận ra 8 trên 8 mục của trang này.",
    "buttons": {"stuck": "Tôi bị kẹt", "hide": "Ẩn", "show": "Hiện hướng dẫn"},
    "help": None,
}
NEXT = [
    "#user",
    "**Tên đăng nhập**: 6–20 ký tự, chữ thường, số hoặc gạch dưới. Đặt xong không đổi được. Lỗi: 会员名 ẫ ễ ộ Ẫ Ễ Ộ ữ ỷ.",
]


def test_look(board):
    board.open(HTML)
    board.page.evaluate("1")
    t = board.run(
        """(()=>{const t=performance.now();paint(%s);const u=performance.now();document.body.offsetTop;return [u-t,performance.now()-t]})()"""
        % __import__("json").dumps(dict(next=NEXT, labels=LABELS, panel=PANEL))
    )
    print("ms", t)
    board.page.wait_for_timeout(900)
    print(board.drawn())
    board.page.screenshot(path="/tmp/paintx/look1.png")
    board.show(
        next=[NEXT[0], "Đúng rồi: +84 912 345 678.", "good"],
        labels=LABELS,
        panel=PANEL
        | {
            "help": {
                "title": "Nếu bị kẹt",
                "lines": [
                    "Kéo trang xuống dưới để thấy nút.",
                    "Tắt bộ gõ tiếng Việt rồi gõ lại.",
                    "Đóng thẻ này và bắt đầu lại.",
                ],
            }
        },
    )
    board.page.wait_for_timeout(300)
    board.page.screenshot(path="/tmp/paintx/look2.png")
    board.page.set_viewport_size({"width": 640, "height": 400})
    board.show(
        next=[NEXT[0], "Số này chưa đúng định dạng. Nhập số **bỏ số 0 đầu**.", "bad"],
        labels=LABELS,
        panel=PANEL,
    )
    board.page.wait_for_timeout(300)
    board.page.screenshot(path="/tmp/paintx/look3.png")
    board.show(next=NEXT, labels=LABELS, panel=PANEL, hidden=True)
    board.page.wait_for_timeout(300)
    board.page.screenshot(path="/tmp/paintx/look4.png")
