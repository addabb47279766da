"""The shortest way to a ring with Playwright alone: what `first_ring` compares with."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SCRIPTS = Path(__file__).parent / "scripts"


def main(executable: str, url: str, selector: str, *arguments: str) -> None:
    """Open the page, wait for the link, draw; the window stays until stdin closes."""
    script = "".join(
        (SCRIPTS / name).read_text("utf-8") for name in ("followers.js", "finders.js")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, headless=False, args=list(arguments)
        )
        page = browser.new_page(no_viewport=True)
        page.goto(url)
        page.wait_for_selector(selector)
        page.evaluate(
            f"(css) => {{ {script}; draw(document.querySelector(css)) }}", selector
        )
        sys.stdin.read()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
