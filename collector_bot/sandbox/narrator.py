"""Prints what each person of the story sees, in one language, as plain lines."""

from __future__ import annotations

from collections.abc import Callable

from collector_bot.sandbox.clock import MovableClock
from collector_bot.sandbox.letter import Letter
from collector_bot.sandbox.slack_server import Message, render_text
from collector_bot.sandbox.story_words import WORDS, calendar_day

Tell = Callable[[str], None]
_SHOWN_LINES = 14


class Narrator:
    """The voice of the story.

    Args:
        tell: prints one line.
        language: "fr" or "en".
        clock: says which day it is.
    """

    def __init__(self, tell: Tell, *, language: str, clock: MovableClock) -> None:
        self.tell = tell
        self.language = language
        self.steps = 0
        self.step = ""
        self._words = WORDS[language]
        self._clock = clock

    def begin(self, step: str, **facts: str) -> None:
        """Open a numbered step."""
        self.steps += 1
        self.step = self._words[step].format(**facts)
        self.tell("")
        self.tell(f"{self.steps}. {self.step} ({self._day()})")

    def say(self, words: str, **facts: str) -> None:
        """Say one sentence."""
        self.tell(f"  {self._words[words].format(**facts)}")

    def person(self, who: str, words: str, **facts: str) -> None:
        """Say what a person does."""
        self.tell(f"  {self._words[who]} {self._words[words].format(**facts)}")

    def new_day(self) -> None:
        """Say which day has come."""
        self.tell(f"  [{self._day()}]")

    def card(self, message: Message, *, where: str = "slack") -> None:
        """Show a Slack message as its readers see it."""
        self.tell(f"  {self._words[where]}{self._words['colon']}")
        self.text(render_text(message))

    def letter(self, letter: Letter, *, owner: str) -> None:
        """Show a mail as the mailbox's owner sees it."""
        mailbox = self._words["mailbox"].format(name=owner)
        self.tell(f"  {mailbox}{self._words['colon']}")
        self.text(letter.text, subject=letter.subject)

    def reply(self, sent: Letter, text: str, *, owner: str) -> None:
        """Show what somebody answers."""
        mailbox = self._words["mailbox"].format(name=owner)
        self.tell(f"  {mailbox}, {self._words['replies']}")
        self.text(text, subject=sent.subject)

    def text(self, text: str, *, subject: str = "") -> None:
        """Show the first lines of a text."""
        lines = [line.rstrip() for line in text.strip().splitlines()]
        head = [self._words["quoted"].format(text=subject)] if subject else []
        for line in head + lines[:_SHOWN_LINES]:
            self.tell(f"    | {line}")
        if len(lines) > _SHOWN_LINES:
            self.tell("    | …")

    def failed(self, reason: str, *, seen: list[str]) -> None:
        """Say which step did not happen, and what was seen last."""
        self.say("failed", step=self.step, reason=reason)
        self.say("seen-last")
        for line in seen[-_SHOWN_LINES:]:
            self.tell(f"    {line}")

    def done(self) -> None:
        """Say that every step happened."""
        self.tell("")
        self.say("done", steps=str(self.steps))

    def _day(self) -> str:
        return calendar_day(self._clock.today(), self.language)
