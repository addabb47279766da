"""The inbox of practice text messages."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

from companion.practice.sms import SmsInbox


def test_message_is_not_there_before_its_delay() -> None:
    """A message that was just sent has not arrived."""
    inbox = SmsInbox("{code}", delay=60)

    inbox.send()

    assert [] == inbox.arrived()


def test_message_carries_a_six_digit_code() -> None:
    """The text has six digits where the template has its code."""
    inbox = SmsInbox("<{code}>", delay=0)

    inbox.send()

    assert re.fullmatch(r"<\d{6}>", inbox.arrived()[0].text)


def test_waiting_ends_with_the_message() -> None:
    """Whoever waits gets the message when its delay is over."""
    inbox = SmsInbox("{code}", delay=0.05)
    inbox.send()

    messages = inbox.wait(after=0, timeout=30)

    assert [1] == [message.id for message in messages]


def test_waiting_is_for_new_messages_only() -> None:
    """A message already seen doesn't end the wait."""
    inbox = SmsInbox("{code}", delay=0)
    inbox.send()

    messages = inbox.wait(after=1, timeout=0.01)

    assert [] == messages


def test_closing_lets_everybody_go() -> None:
    """Closing the inbox ends a wait that would last long."""
    inbox = SmsInbox("{code}", delay=0)

    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(inbox.wait, 0, 60)
        inbox.close()

    assert [] == waiting.result(timeout=10)


def test_second_message_follows_by_itself() -> None:
    """One request can bring two messages, the second one later."""
    inbox = SmsInbox("{code}", delay=0, again=0.05)
    inbox.send()

    messages = inbox.wait(after=1, timeout=30)

    assert [2] == [message.id for message in messages]
