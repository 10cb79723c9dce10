"""People use the sandbox's page: a real browser, and the real product behind it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator

import pytest

from collector_bot.sandbox.answer import Answer
from collector_bot.sandbox.slack_people import CLERK, SALES
from collector_bot.sandbox.watcher import Watcher
from collector_bot.sandbox.world import World
from tests.servers.browser import Page, Seen, chromium, plain

pytestmark = pytest.mark.server

DIED = "Collector s’est arrêté tout seul (code -9) ; voyez le terminal"
PAID = ("F-2026-0415", "F-2026-0429", "F-2026-0433", "F-2026-0438")
RUN = re.compile(r"(\d+) lettres?(?:, dont (\d+) à approuver)?")
HOSTILE = (
    "<!channel> <@U0MANAGER00> <https://evil.example|Approuver> *payé*\n"
    "Nous contestons la facture : FR76\u202e1234\u202c.\n"
    "<script>top.stolen = 1</script><img src=x onerror='top.stolen = 1'>"
)
HOSTILE_HTML = (
    "<p>Nous contestons la facture. &lt;!channel&gt;</p>"
    "<script>top.stolen = 1; parent.document.title = 'stolen'</script>"
    "<img src=x onerror='top.stolen = 1'><a href='javascript:top.stolen=1'>ici</a>"
    "<form action='https://evil.example'><button>Approuver</button></form>"
)


@pytest.fixture(scope="module")
def programs(need) -> tuple[str, str]:
    return need("chromium"), need("chromedriver")


@pytest.fixture(scope="module")
def world(programs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with World(tmp_path_factory.mktemp("world")) as opened:
        opened.begin()
        yield opened


@pytest.fixture(scope="module")
def browsing(
    programs, world, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    with chromium(*programs, profile=tmp_path_factory.mktemp("profile")) as opened:
        yield Page(opened, world.url)


@pytest.fixture
def page(browsing: Page) -> Page:
    """The page as the credit manager opens it in the morning."""
    browsing.open()
    return browsing


def actions(message: Seen) -> list[str]:
    return [action for action, _ in message.buttons]


def test_a_balance_is_told_to_who_asks_alone(page):
    page.type("/balance ACME")
    told = page.whisper("ACME Industries (ACME)")
    assert "Solde : 7 043,00 €" in told.text
    assert "La plus ancienne : F-2026-0412, échue le 19/10/2026" in told.text
    assert "Visible par vous seul" in told.text

    page.be(CLERK)
    page.until(lambda: not page.messages("7 043,00"), what="channel without it")


def test_a_misspelt_name_gives_three_buttons_and_one_shows_the_balance(page):
    page.be(SALES)
    page.type("/balance acme indutries")
    asked = page.whisper("Quel compte est « acme indutries » ?")
    assert actions(asked) == ["balance.pick"] * 3
    assert asked.buttons[0][1] == "ACME Industries (ACME)"

    page.press(asked, "balance.pick")
    told = page.whisper("Solde : 7 043,00 €")
    assert actions(told) == ["balance.share"]
    assert not page.messages("Quel compte")


def test_a_viewer_who_approves_is_refused_with_a_sentence(page):
    page.be(SALES)
    page.press(page.card("Lettrage proposé", "(BULLE)"), "suggestion.approve")
    page.say_yes()
    told = page.whisper("Il faut le rôle")
    assert "Il faut le rôle « manager », que vous n’avez pas ici." in told.text
    card = page.card("Lettrage proposé", "(BULLE)")
    assert actions(card)[0] == "suggestion.approve"


def test_an_advice_and_its_payment_are_lettered_and_chased_no_more(page, world):
    page.open_mailbox("HARBOUR")
    (reminder,) = page.letters()
    assert reminder.startswith("Reminder: 4 invoices past due – €8,311.00")
    page.until(lambda: PAID[0] in page.letter_in_frame(), what="letter in its frame")
    assert all(piece in page.letter_in_frame() for piece in PAID)

    announce_and_pay(page)
    card = page.card("Lettrage proposé", "(HARBOUR)")
    assert all(piece in card.text for piece in PAID)
    assert "L’avis de paiement cite F-2026-0415" in card.text

    page.press(card, "suggestion.approve")
    assert "Lettrer 8 311,00 €, 4 pièces ?" in page.say_yes()
    settled = page.card("(HARBOUR)", "Approuvé par @responsable du crédit")
    assert settled.ts == card.ts
    assert settled.buttons == [("suggestion.undo", "Annuler")]
    page.type("/balance HARBOUR")
    page.whisper("Harbour & Finch Trading Ltd", "Rien n’est ouvert.")

    page.until(lambda: len(page.letters()) == 3, what="thank-you mail")
    assert page.letters()[0].startswith(
        "Re: Reminder: 4 invoices past due – €8,311.00 [HARBOUR-"
    )
    for _ in range(2):
        a_week_passes(page, world)
    assert len(page.letters()) == 3
    page.open_mailbox("ACME")
    page.until(lambda: len(page.letters()) == 2, what="second letter to ACME")
    assert page.letters()[0].startswith("Deuxième rappel")


def announce_and_pay(page: Page) -> None:
    """Send the ready-made advice, whose box lets the transfer reach the bank."""
    example = '[data-testid="example"][data-kind="remittance"]'
    page.click(example, what="ready-made advice")
    written = page.part("reply-text").get_property("value")
    assert all(piece in written for piece in PAID)
    assert page.part("reply-pay").is_selected()
    page.part("reply-send").click()
    page.until(
        lambda: page.part("reply-text").get_property("value") == "", what="sent answer"
    )


def a_week_passes(page: Page, world: World) -> None:
    """Press the seven days; wait until all the run's letters have arrived."""
    watcher = Watcher(world)
    before = watcher.last_mail()
    today = page.part("today").get_attribute("data-date")
    page.part("advance-7").click()
    page.until(
        lambda: page.part("today").get_attribute("data-date") != today, what="new day"
    )
    card = page.card(f"Relances du {world.stage.clock.today():%d/%m/%Y}")
    count, waiting = RUN.search(card.text).groups(default="0")
    leaving = int(count) - int(waiting)
    page.until(
        lambda: len(watcher.received(after=before)) >= leaving,
        what="letters of the run",
    )


def test_a_hostile_answer_is_shown_as_text_and_nothing_in_it_runs(page, world):
    page.open_mailbox("TUILE")
    before = len(page.letters())
    letter = Watcher(world).letters("TUILE")[0]
    world.stage.reply(letter, Answer(HOSTILE, html=HOSTILE_HTML), pays=[])

    card = page.card("à regarder", "Tuilerie du Hérisson")
    for line in HOSTILE.replace("\u202e", "").replace("\u202c", "").splitlines():
        assert line in card.text
    assert not {"\u202e", "\u202c"} & set(card.whole)
    assert not {"script", "img", "a", "form", "iframe"} & card.tags
    assert "@channel" not in card.text.replace("<!channel>", "")
    assert actions(card) == ["mail.done", "mail.show"]

    page.until(lambda: len(page.letters()) > before, what="answer among the letters")
    page.click('[data-testid="letter"]', what="answer")
    page.until(lambda: "ici" in page.letter_in_frame(), what="answer as HTML")
    flag = "return [typeof window.stolen, document.title]"
    assert page.browser.execute_script(flag) == ["undefined", "Collector"]
    page.part("show-text").click()
    assert "<script>top.stolen = 1</script>" in plain(page.part("letter-text").text)


def test_the_page_says_that_the_product_died(page, world):
    product = world.stage.product
    assert page.part("status").text == "Collector est en marche"
    os.kill(product._served.pid, signal.SIGKILL)
    try:
        page.until(lambda: page.part("status").text == DIED, what=f"status “{DIED}”")
    finally:
        product.start()
