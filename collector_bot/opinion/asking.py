"""Mails that wait for a person are shown to the machine, a few at a time."""

from __future__ import annotations

from collections.abc import Callable

from collector_bot.core.outside import OpinionLateError, OpinionUnusableError
from collector_bot.core.reading.opinion import messages
from collector_bot.core.wording import Both
from collector_bot.flows import opinion
from collector_bot.flows.desk import Desk
from collector_bot.opinion.endpoint import OpinionSettings, ask

_AT_ONCE = 5
_NO_JSON: Both = ("the answer is no JSON", "la réponse n’est pas du JSON")


def ask_for_opinions(
    desk: Desk, settings: OpinionSettings, *, stop: Callable[[], bool]
) -> int:
    """Ask about mails that wait and were not asked about yet; return how many.

    Nothing is asked inside a transaction. The first trouble ends the round; where it
    may be the mail's own, the mail is asked about three times at most.

    Raises:
        OpinionUnreachableError: the machine cannot be asked, or gave no opinion.
    """
    kept = 0
    for mail_id in opinion.mails_to_ask(desk, limit=_AT_ONCE):
        if stop():
            break
        question = opinion.question_about(desk, mail_id, max_chars=settings.max_chars)
        if question is None:
            continue
        try:
            answer = ask(settings, messages(question), stop=stop)
        except (OpinionLateError, OpinionUnusableError):
            if not stop():
                opinion.note_unanswered(desk, mail_id, model=settings.model)
            raise
        if not opinion.keep_opinion(
            desk, mail_id, question, answer=answer, model=settings.model
        ):
            raise OpinionUnusableError(settings.host, _NO_JSON)
        kept += 1
    return kept
