"""The card of a mail shows what its sender wrote; the whole of it is one press away."""

from dataclasses import replace

from collector_bot.core.wording import typeset
from collector_bot.sandbox.slack_text import render_blocks
from collector_bot.slack.cards.mail import mail_card, mail_text
from collector_bot.slack.cards.tongue import Tongue
from tests.unit.slack.card_facts import NOT_UNDERSTOOD

QUOTING = replace(
    NOT_UNDERSTOOD,
    text="Voir avec Paul.\n\nLe 24 nov., Morel a écrit :\n> Merci de régler.",
    reading={"authenticated": True, "said": "Voir avec Paul."},
)
NOTE = typeset("Sans les citations ni la signature : « Lire » montre tout.")


def shown(blocks) -> str:
    return "\n".join(render_blocks(list(blocks)))


def test_what_is_quoted_below_an_answer_is_left_out_and_said_to_be():
    card = shown(mail_card(QUOTING, Tongue("fr")).blocks)
    assert "Voir avec Paul." in card
    assert "Merci de régler" not in card
    assert NOTE in card


def test_reading_the_whole_mail_shows_the_quote():
    assert "> Merci de régler." in shown(mail_text(QUOTING, Tongue("fr")))


def test_a_mail_without_a_quote_is_shown_whole():
    whole = replace(QUOTING, text="Voir avec Paul.")
    card = shown(mail_card(whole, Tongue("fr")).blocks)
    assert "Voir avec Paul." in card
    assert NOTE not in card
