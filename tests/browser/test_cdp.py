"""The websocket to the browser: commands, events, and how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Any

import pytest

from companion.browser.cdp import Cdp, CdpClosed, CdpError
from companion.browser.endpoint import free_port
from companion.browser.process import BrowserProcess
from tests.loops import apart

from .conftest import Start


async def _open_page(cdp: Cdp) -> str:
    created = await cdp.send("Target.createTarget", {"url": "about:blank"})
    attach = {"targetId": created["targetId"], "flatten": True}
    session: str = (await cdp.send("Target.attachToTarget", attach))["sessionId"]
    return session


async def _evaluate(cdp: Cdp, session: str, expression: str) -> object:
    params = {"expression": expression, "returnByValue": True, "awaitPromise": True}
    return (await cdp.send("Runtime.evaluate", params, session))["result"]["value"]


def test_command_is_answered(running: BrowserProcess) -> None:
    """A command's result comes back to the one who sent it."""

    async def scenario() -> dict[str, Any]:
        async with await Cdp.connect(running.ws_url) as cdp:
            return await cdp.send("Browser.getVersion")

    assert running.endpoint.version == apart(scenario())["product"]


def test_page_does_not_know_that_it_is_watched(running: BrowserProcess) -> None:
    """navigator.webdriver is false by itself."""

    async def scenario() -> object:
        async with await Cdp.connect(running.ws_url) as cdp:
            return await _evaluate(cdp, await _open_page(cdp), "navigator.webdriver")

    assert apart(scenario()) is False


@pytest.mark.parametrize("text", ["Đăng ký 免费注册 🙂", "half a pair: \ud83d."])
def test_every_text_survives_the_round_trip(running: BrowserProcess, text: str) -> None:
    """Vietnamese, Chinese, emoji and broken surrogates neither change nor end it."""

    async def scenario() -> object:
        async with await Cdp.connect(running.ws_url) as cdp:
            page = await _open_page(cdp)
            sent = [ord(letter) for letter in text]
            source = f"String.fromCodePoint(...{sent})"
            return await _evaluate(cdp, page, source)

    assert text == apart(scenario())


def test_surrogates_can_be_sent(running: BrowserProcess) -> None:
    """Half a surrogate pair in a command is no reason to lose the connection."""

    async def scenario() -> object:
        async with await Cdp.connect(running.ws_url) as cdp:
            page = await _open_page(cdp)
            return await _evaluate(cdp, page, '"\ud83d".length')

    assert 1 == apart(scenario())


def test_refused_command_raises(running: BrowserProcess) -> None:
    """A protocol error names the command and carries the protocol's code."""

    async def scenario() -> None:
        async with await Cdp.connect(running.ws_url) as cdp:
            await cdp.send("Nothing.atAll")

    with pytest.raises(CdpError, match=r"Nothing\.atAll") as refused:
        apart(scenario())

    assert -32601 == refused.value.code


def test_events_come_in_order(running: BrowserProcess) -> None:
    """A subscriber hears of a page's life in the order it happened."""

    async def scenario() -> list[str]:
        heard: list[str] = []
        loaded = asyncio.Event()

        def hear(session: str | None, event: str, _params: dict[str, Any]) -> None:
            if session == page:
                heard.append(event)
            if event == "Page.loadEventFired":
                loaded.set()

        async with await Cdp.connect(running.ws_url) as cdp:
            page = await _open_page(cdp)
            cdp.subscribe(hear)
            await cdp.send("Page.enable", None, page)
            await cdp.send("Page.navigate", {"url": "data:text/html,x"}, page)
            await asyncio.wait_for(loaded.wait(), 10)
        return heard

    heard = apart(scenario())
    assert heard.index("Page.frameNavigated") < heard.index("Page.loadEventFired")


def test_leaving_ends_commands_under_way(running: BrowserProcess) -> None:
    """A command nobody will answer any more raises instead of waiting for ever."""

    async def scenario() -> None:
        cdp = await Cdp.connect(running.ws_url)
        page = await _open_page(cdp)
        waiting = asyncio.create_task(_evaluate(cdp, page, "new Promise(() => {})"))
        await asyncio.sleep(0)
        await cdp.close()
        await waiting

    with pytest.raises(CdpClosed):
        apart(scenario())
    assert running.alive()


def test_closed_connection_takes_no_commands(running: BrowserProcess) -> None:
    """After leaving, every command raises at once."""

    async def scenario() -> None:
        cdp = await Cdp.connect(running.ws_url)
        await cdp.close()
        await cdp.send("Browser.getVersion")

    with pytest.raises(CdpClosed):
        apart(scenario())


def test_browser_that_ends_closes_the_connection(start: Start) -> None:
    """The end of the browser is noticed by itself."""
    process = start()

    async def scenario() -> bool:
        async with await Cdp.connect(process.ws_url) as cdp:
            await asyncio.to_thread(process.close)
            await asyncio.wait([cdp.closed], timeout=5)
            return cdp.closed.done()

    assert apart(scenario())


def test_nobody_there_is_told_apart(running: BrowserProcess) -> None:
    """No browser, or one that does not know the address, is a closed connection."""
    nobody = f"ws://127.0.0.1:{free_port()}/devtools/browser/x"
    wrong = f"ws://127.0.0.1:{running.port}/devtools/page/none"

    for address in (nobody, wrong):
        with pytest.raises(CdpClosed):
            apart(Cdp.connect(address))


def test_failing_subscriber_ends_the_connection(running: BrowserProcess) -> None:
    """A mistake in a subscriber is not swallowed; it is on `closed`."""

    def fail(_session: str | None, _event: str, _params: dict[str, Any]) -> None:
        raise LookupError

    async def scenario() -> BaseException | None:
        async with await Cdp.connect(running.ws_url) as cdp:
            cdp.subscribe(fail)
            with contextlib.suppress(CdpClosed):  # the event may overtake the answer
                await cdp.send("Target.setDiscoverTargets", {"discover": True})
            await asyncio.wait([cdp.closed], timeout=5)
            return cdp.closed.exception()

    assert isinstance(apart(scenario()), LookupError)


def test_payload_is_never_logged(
    running: BrowserProcess, caplog: pytest.LogCaptureFixture
) -> None:
    """Even with every log switched on, what passes by is written nowhere."""
    caplog.set_level(logging.DEBUG)

    async def scenario() -> object:
        async with await Cdp.connect(running.ws_url) as cdp:
            return await _evaluate(cdp, await _open_page(cdp), "'canary' + 1688")

    assert "canary1688" == apart(scenario())
    assert "canary" not in caplog.text
