"""A page with everything on it, served."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from companion.pages import Button, Copy, Link, Page, Part, ServedPages, serve
from companion.sentences import Sentences

EVERYTHING = Page(
    title="Mở **tài khoản**",
    lead="Bấm 免费注册 (Đăng ký miễn phí) <b>",
    parts=(
        Part(title="Các bước", lines=("Một dòng",), steps=("Một", "Hai"), tone="good"),
        Part(title="Việc cần làm", checks=("Lưu mật khẩu", "Gắn email"), tone="warn"),
        Part(title="Dán câu này", copies=(Copy("您好，谢谢。", "Xin chào, cảm ơn."),)),
        Part(title="Trang khác", links=(Link("other", "Trang kia"),)),
    ),
    buttons=(
        Button("begin", "Bắt đầu", hint="Mở trình duyệt", done="Đang mở…"),
        Button("later", "Để sau"),
    ),
    foot="Không thuộc 1688.",
)


@pytest.fixture
def asked() -> list[str]:
    """The names of the buttons that were pressed."""
    return []


@pytest.fixture
def served(asked: list[str]) -> Iterator[ServedPages]:
    """Two pages, the second made anew each time."""

    def on_action(name: str) -> str | None:
        asked.append(name)
        return "Hẹn gặp lại." if name == "later" else None

    def other() -> Page:
        return Page(title=f"Đã bấm {len(asked)} lần")

    pages: dict[str, Page | Callable[[], Page]]
    pages = {"welcome": EVERYTHING, "other": other}
    with serve(pages, on_action, Sentences("vi")) as running:
        yield running
