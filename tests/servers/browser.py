"""A real browser on the sandbox's page, and the words to act and wait in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,800",
)
_SECONDS = 20.0
_LOOK_SECONDS = 0.1
_LAST = 5
_MESSAGES = """
return [...document.querySelectorAll('[data-testid="message"]')].map((one) => ({
  ts: one.dataset.ts, ephemeral: one.dataset.ephemeral === "true",
  text: one.innerText, whole: one.textContent,
  buttons: [...one.querySelectorAll("[data-action-id]")].map((node) =>
    [node.dataset.actionId, node.innerText]),
  tags: [...one.querySelectorAll("*")].map((node) => node.localName),
}));
"""


@contextmanager
def chromium(program: str, driver: str, *, profile: Path) -> Iterator[webdriver.Chrome]:
    """Start Debian's browser through Debian's driver, with a profile of its own."""
    options = Options()
    options.binary_location = program
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(executable_path=driver))
    try:
        yield browser
    finally:
        browser.quit()


@dataclass(frozen=True)
class Seen:
    """One message as it stood when somebody looked.

    Attributes:
        text: what is visible; no-break spaces are plain ones.
        whole: every sign of it, as it came.
        buttons: action ids and what is written on them, in their order.
        tags: the names of all elements it is made of.
    """

    ts: str
    ephemeral: bool
    text: str
    whole: str
    buttons: list[tuple[str, str]]
    tags: frozenset[str]


class Page:
    """The sandbox's page as a person uses it: sees, types, presses, waits."""

    def __init__(self, browser: webdriver.Chrome, url: str) -> None:
        self.browser = browser
        self.url = url

    def open(self) -> None:
        """Open the page and wait until it shows who one is."""
        self.browser.get(self.url)
        self.until(lambda: self.css("#who option"), what="people to be")

    def css(self, selector: str) -> list[WebElement]:
        """Return every element there is now."""
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def part(self, name: str) -> WebElement:
        """Return the one element with this test id."""
        return self.browser.find_element(By.CSS_SELECTOR, f'[data-testid="{name}"]')

    def until(self, look: Callable[[], Any], *, what: str) -> Any:
        """Return what `look` finds, once it finds something."""
        wait = WebDriverWait(
            self.browser,
            _SECONDS,
            poll_frequency=_LOOK_SECONDS,
            ignored_exceptions=[StaleElementReferenceException],
        )
        try:
            return wait.until(lambda _: look())
        except TimeoutException:
            last = "\n".join(one.text for one in self.messages()[-_LAST:])
            raise AssertionError(f"no {what}; last in Slack:\n{last}") from None

    def click(self, selector: str, *, what: str) -> None:
        """Wait for an element and click it, drawn anew or not."""

        def clicked() -> bool:
            found = self.css(selector)
            for one in found[:1]:
                one.click()
            return bool(found)

        self.until(clicked, what=what)

    def be(self, user: str) -> None:
        """Be another person in Slack."""

        def chosen() -> bool:
            Select(self.part("who")).select_by_value(user)
            return True

        self.until(chosen, what=f"person {user}")

    def type(self, text: str) -> None:
        """Type into the channel and send."""
        box = self.part("composer")
        box.clear()
        box.send_keys(text)
        self.part("send").click()

    def messages(self, *words: str) -> list[Seen]:
        """Return the messages that hold all words, oldest first."""
        found = (
            Seen(
                one["ts"],
                one["ephemeral"],
                plain(one["text"]),
                one["whole"],
                [(action, plain(label)) for action, label in one["buttons"]],
                frozenset(one["tags"]),
            )
            for one in self.browser.execute_script(_MESSAGES)
        )
        return [one for one in found if all(word in one.text for word in words)]

    def card(self, *words: str) -> Seen:
        """Wait for a message to everybody that holds all words; return the latest."""
        return self._latest(words, ephemeral=False)

    def whisper(self, *words: str) -> Seen:
        """Wait for a message that only oneself sees; return the latest."""
        return self._latest(words, ephemeral=True)

    def press(self, message: Seen, action: str) -> None:
        """Press the first button of a message with this action id."""
        button = f'[data-ts="{message.ts}"] [data-action-id="{action}"]'
        self.click(button, what=f"button {action}")

    def say_yes(self) -> str:
        """Agree to what a button asks first; return the question."""
        self.until(self.part("confirm-yes").is_displayed, what="question")
        question = plain(self.part("confirm").text)
        self.part("confirm-yes").click()
        return question

    def open_mailbox(self, account: str) -> None:
        """Choose a customer's mailbox; its latest letter opens."""
        box = f'[data-testid="mailbox"][data-account="{account}"]'
        self.click(box, what=f"mailbox of {account}")
        chosen = f'{box}[aria-current="true"]'
        self.until(lambda: self.css(chosen), what=f"open mailbox of {account}")
        self.until(self.part("reply").is_displayed, what=f"letter to {account}")

    def letters(self) -> list[str]:
        """Return the subjects of the open mailbox, the latest first."""
        subjects = "[...document.querySelectorAll('#letters .what')]"
        found = self.browser.execute_script(
            f"return {subjects}.map((one) => one.textContent)"
        )
        return [plain(one) for one in found]

    def letter_in_frame(self) -> str:
        """Return what the open letter's HTML shows."""
        self.browser.switch_to.frame(self.part("letter-frame"))
        try:
            return plain(self.browser.find_element(By.TAG_NAME, "body").text)
        finally:
            self.browser.switch_to.default_content()

    def _latest(self, words: tuple[str, ...], *, ephemeral: bool) -> Seen:
        def look() -> list[Seen]:
            found = self.messages(*words)
            return [one for one in found if one.ephemeral is ephemeral]

        found: list[Seen] = self.until(look, what=f"message with {' and '.join(words)}")
        return found[-1]


def plain(text: str) -> str:
    """Return a text with no-break spaces as plain ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
