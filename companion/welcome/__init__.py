"""The page before the sign-up: what to prepare, which account, and what is safe.

It is a page of our own (`companion/pages`), opened by `companion start` in its browser
before the site. The number converter on it runs the agent's own rule inside the page.
What leaves the page is a `Choice`, and that a try of the network is asked for:

    with Welcome(pack, sentences, Beginning(browser, address, account)) as welcome:
        process = start_browser(browser, profile, welcome.address)
        choice = welcome.wait(is_open, opened)

The page itself goes on to the site, in the same tab. It can be returned to for as long
as the block lasts: what was ticked is kept in that tab, never what was typed.
"""

from companion.welcome.choice import Beginning, Choice
from companion.welcome.memory import keep, recall
from companion.welcome.welcome import Welcome

__all__ = ["Beginning", "Choice", "Welcome", "keep", "recall"]
