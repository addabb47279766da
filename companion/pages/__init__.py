"""Web pages of our own: one layout, one style, and a small loopback server.

A page is data, made of sentences that the caller took from `selectors/sentences/`, or a
template that extends `page.html.jinja`. To show one:

    page = Page(
        title=say("welcome.title"),
        lead=say("welcome.lead"),
        parts=(Part(title=..., steps=(..., ...)), Part(copies=(Copy(zh, meaning),))),
        buttons=(Button("begin", say("welcome.begin"), done=say("welcome.opening")),),
    )
    with serve({"welcome": page}, on_action, sentences) as served:
        open_window(browser, profile, served.address("welcome"))

`serve` takes a page or a function that makes one anew each time it is asked for, so a
page can show how things stand. `on_action(name)` is called in a thread of the server
with the name of a pressed button, never with anything else. What is typed into a page
stays there, unless the person has its words sent to one of the caller's `asks`.
What `on_action` returns is said below the buttons, else the button's own `done`.
From asyncio, hand it over: `loop.call_soon_threadsafe(...)`.

`write_page(page, sentences)` gives the same as one whole HTML text, for files.
In all texts `**bold**` is the only markup, and Chinese is marked as such by itself.
"""

from companion.pages.page import Button, Copy, Link, Page, Part
from companion.pages.server import ServedPages, serve
from companion.pages.write import write_page

__all__ = [
    "Button",
    "Copy",
    "Link",
    "Page",
    "Part",
    "ServedPages",
    "serve",
    "write_page",
]
