"""Printing a page of ours on A4 through the installed browser."""

from __future__ import annotations

from html import escape

from playwright.async_api import Browser

# Styles of the page do not reach its margins.
_FOOTER = (
    '<div style="width:100%;text-align:center;font:9px sans-serif;color:#444">{page} '
    '<span class="pageNumber"></span>/<span class="totalPages"></span></div>'
)


async def print_pdf(browser: Browser, html: str, page_word: str) -> bytes:
    """The page as a tagged PDF with an outline. Raises playwright's Error."""
    context = await browser.new_context(java_script_enabled=False, offline=True)
    try:
        page = await context.new_page()
        await page.set_content(html, wait_until="load")
        return await page.pdf(
            prefer_css_page_size=True,
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=_FOOTER.format(page=escape(page_word)),
            tagged=True,
            outline=True,
        )
    finally:
        await context.close()
