"""A page with our painter in an isolated world, as on the real site."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page

ROOT = Path(__file__).resolve().parents[3]
BUNDLE = Path(os.environ.get("AGENT_BUNDLE", ROOT / "companion/agent/dist/agent.js"))
WORLD = "companion-test"
ORIGIN = "https://page.test/"

Box = tuple[float, float, float, float]

PANEL: dict[str, Any] = {
    "badge": {"text": "Trang chính thức của 1688", "tone": "official"},
    "progress": {"text": "Bước 3 trên 7: điền biểu mẫu", "done": 2, "of": 7},
    "sentence": "Nhập tên đăng nhập vào ô có khung xanh.",
    "note": "Chương trình nhận ra 8 trên 8 mục của trang này.",
    "banner": None,
    "clock": None,
    "notice": None,
    "buttons": {
        "stuck": "Tôi bị kẹt",
        "hide": "Ẩn",
        "show": "Hiện hướng dẫn",
        "larger": "A+",
        "different": "",
        "back": "Quay lại",
        "copy": "Chép",
        "copied": "Đã chép",
    },
    "help": None,
}

START = """
const actions = [];
const painter = new CompanionAgent.Painter(document, {
  lang: 'vi', tag: 'x-kqzwvt',
  onAction: (action, value) => actions.push(value ? [action, value] : action),
});
const find = (css) => css.split(' >>> ').reduce(
  (root, part) => (root.shadowRoot ?? root).querySelector(part), document);
const mark = (target, css, words, tone, clear) => ({
  target, element: find(css), words: words ?? 'Nhập **mã**', tone: tone ?? 'todo',
  clear: clear ? find(clear) : null });
const paint = ({ next, labels, framed, panel, bubble, hidden, scale }) => painter.show({
  next: next ? mark('next', ...next) : null,
  labels: Object.entries(labels ?? {}).map(
    ([css, words]) => mark(css, css, ...[words].flat())),
  framed: framed ? { owner: find(framed.owner), rect: framed.rect,
                     clear: framed.clear ?? null,
                     words: 'Nhập **mã xác nhận**', tone: 'todo' } : null,
  panel: panel ?? null, bubble: bubble ?? true, hidden: hidden ?? false,
  scale: scale ?? 100 });
const box = (css) => {
  const { x, y, width, height } = find(css).getBoundingClientRect();
  return [x, y, width, height];
};
const watch = () => {
  let seen = false;
  const observer = new MutationObserver(() => { seen = true; });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  const tick = () => {
    if (seen) { seen = false; painter.repair(); }
    requestAnimationFrame(tick);
  };
  tick();
};
"""


class Board:
    """One page, what is asked to be painted on it, and what has been painted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cdp: CDPSession = page.context.new_cdp_session(page)
        self.cdp.send("Page.enable")
        self.cdp.send(
            "Page.addScriptToEvaluateOnNewDocument",
            {"source": BUNDLE.read_text("utf-8") + START, "worldName": WORLD},
        )

    def open(self, html: str, headers: dict[str, str] | None = None) -> None:
        """Serve `html` at an https address and go there."""
        body = html if "<!doctype" in html else f"<!doctype html>{html}"
        self.page.route(
            ORIGIN,
            lambda route: route.fulfill(
                body=body,
                content_type="text/html; charset=utf-8",
                headers={"content-type": "text/html; charset=utf-8"} | (headers or {}),
            ),
        )
        self.page.goto(ORIGIN)

    def run(self, expression: str) -> Any:  # noqa: ANN401
        """Evaluate in the painter's world; a promise is awaited."""
        frame = self.cdp.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = self.cdp.send(
            "Page.createIsolatedWorld", {"frameId": frame, "worldName": WORLD}
        )
        answer = self.cdp.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": world["executionContextId"],
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def show(self, **scene: Any) -> None:  # noqa: ANN401
        """Paint a scene: `next=[css, words, tone, clear]`, `labels={css: words}`, …"""
        self.run(f"paint({json.dumps(scene)})")

    def frames(self, count: int = 3) -> None:
        """Let that many frames pass; sixty take a second or more."""
        self.page.evaluate(
            """(count) => new Promise((done) => {
              const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
              next();
            })""",
            count,
        )

    def drawn(self) -> dict[str, Any]:
        """Say what is on screen after the next frames."""
        self.frames()
        answer: dict[str, Any] = self.run("painter.drawn()")
        return answer

    def box(self, css: str) -> Box:
        """Measure an element of the page; ` >>> ` enters an open shadow root."""
        x, y, width, height = self.run(f"box({json.dumps(css)})")
        return (x, y, width, height)


@pytest.fixture
def board(page: Page) -> Iterator[Board]:
    """A painter on a page of 1366×768."""
    page.set_viewport_size({"width": 1366, "height": 768})
    board = Board(page)
    yield board
    # With it goes the script that puts a painter into every document.
    board.cdp.detach()


@pytest.fixture
def colour_at(context: BrowserContext, board: Board) -> Iterator[Callable[..., str]]:
    """Read the colour of a pixel, as `#rrggbb`, from a screenshot taken now."""
    canvas = context.new_page()
    board.page.bring_to_front()

    def read(x: float, y: float) -> str:
        image = base64.b64encode(board.page.screenshot()).decode()
        answer: str = canvas.evaluate(
            """async ([image, x, y]) => {
              const png = await (await fetch('data:image/png;base64,' + image)).blob();
              const bitmap = await createImageBitmap(png);
              const paper = new OffscreenCanvas(bitmap.width, bitmap.height);
              const pen = paper.getContext('2d');
              pen.drawImage(bitmap, 0, 0);
              const bytes = pen.getImageData(x, y, 1, 1).data.slice(0, 3);
              const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
              return '#' + hex.join('');
            }""",
            [image, round(x), round(y)],
        )
        return answer

    yield read
    canvas.close()
