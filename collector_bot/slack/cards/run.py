"""The cards of a dunning run and of the morning: numbers, and what waits."""

from __future__ import annotations

from collector_bot.answers.digest import Digest
from collector_bot.answers.promises import Promised
from collector_bot.answers.run import RunDetail
from collector_bot.slack.cards.build import (
    context,
    divider,
    escaped,
    header,
    one_line,
    section,
    sections,
)
from collector_bot.slack.cards.limits import Block, Card, fit
from collector_bot.slack.cards.tongue import Tongue
from collector_bot.slack.cards.words import person_words, skip_words

_SHOWN = 15
_LETTERS = ("letter/letters", "lettre/lettres")
_CUSTOMERS = ("customer/customers", "client/clients")


def run_card(detail: RunDetail, tongue: Tongue) -> Card:
    """Return what one run did: letters, who was left alone and why, what failed."""
    run = detail.run
    day = tongue.day(run.on)
    title = tongue(f"Dunning of {day}", f"Relances du {day}")
    waiting = run.states.get("awaiting_approval", 0)
    summary = tongue.count(run.steps, *_LETTERS)
    if waiting:
        summary += tongue(
            f", of which {waiting} to approve", f", dont {waiting} à approuver"
        )
    asked = " · ".join(tongue.money(amount) for amount in run.asked)
    claimed = tongue("asked", "demandé")
    words = f"*{summary}*" + (f" – {claimed}{tongue.colon} {asked}" if asked else "")
    head = [header(title), section(words)]
    body = [*_skips(detail, tongue), *_failures(detail, tongue)]
    blocks = fit(head, body, [], left=lambda count: context(f"… ({count})"))
    return Card(blocks, f"{title}{tongue.colon} {summary}")


def _skips(detail: RunDetail, tongue: Tongue) -> list[Block]:
    if not detail.run.skips:
        return []
    title = tongue("Not chased", "Non relancés")
    return sections(
        [
            f"*{title}*",
            *(
                f"• {tongue.count(one.customers, *_CUSTOMERS)}, "
                f"{tongue.money(one.overdue)}{tongue.colon} "
                f"{skip_words(one.reason, tongue)}"
                for one in detail.run.skips
            ),
        ]
    )


def _failures(detail: RunDetail, tongue: Tongue) -> list[Block]:
    if not detail.failures:
        return []
    count = tongue.count(
        len(detail.failures),
        "letter could not be made/letters could not be made",
        "lettre n’a pas pu être composée/lettres n’ont pas pu être composées",
    )
    lines = [
        f"• {escaped(one_line(code))}{tongue.colon} {escaped(one_line(reason))}"
        for code, reason in detail.failures[:_SHOWN]
    ]
    return sections([f":warning: *{count}*", *lines, *_more(detail.failures, tongue)])


def _more(rows: tuple[object, ...], tongue: Tongue) -> list[str]:
    rest = len(rows) - _SHOWN
    return [f"… {tongue.count(rest, 'other/others', 'autre/autres')}"] * (rest > 0)


def digest_card(digest: Digest, tongue: Tongue) -> Card:
    """Return the morning's card."""
    day = tongue.day(digest.on)
    title = tongue(f"Morning of {day}", f"Point du {day}")
    blocks = [
        header(title),
        section("\n".join(_counts(digest, tongue))),
        *_promised(digest.due_today, ("Promised for today", "Promis pour aujourd’hui"),
                   tongue),
        *_promised(digest.broken, ("Broken promises", "Promesses non tenues"), tongue),
        *_promised(digest.to_decide, ("Promises to accept", "Promesses à accepter"),
                   tongue),
        *_mails(digest, tongue),
        divider(),
        context(_mailbox(digest, tongue)),
    ]  # fmt: skip
    fitted = fit(
        blocks[:2], blocks[2:-2], blocks[-2:], left=lambda n: context(f"… ({n})")
    )
    return Card(
        fitted, f"{title}{tongue.colon} {_counts(digest, tongue)[0].lstrip('• ')}"
    )


def _counts(digest: Digest, tongue: Tongue) -> list[str]:
    waiting = digest.letters.get("awaiting_approval", 0)
    leaving = digest.letters.get("pending", 0)
    lost = digest.letters.get("uncertain", 0)
    failed = digest.letters.get("failed", 0)
    sent = tongue.count(
        digest.letters_sent, "letter sent/letters sent", "lettre partie/lettres parties"
    )
    when = tongue.moment(digest.since)
    line = f"• {sent} {tongue('since', 'depuis le')} {when}"
    if leaving:
        ready = "about to leave/about to leave", "prête à partir/prêtes à partir"
        line += f", {tongue.count(leaving, *ready)}"
    lines = [f"{line}, {waiting} {tongue('to approve', 'à approuver')}"]
    quiet = (
        (digest.suggestions, "suggested lettering waits/suggested letterings wait",
         "lettrage proposé attend/lettrages proposés attendent"),
        (digest.disputes, "open dispute/open disputes",
         "litige ouvert/litiges ouverts"),
    )  # fmt: skip
    alarming = (
        (lost, "uncertain letter/uncertain letters",
         "lettre incertaine/lettres incertaines"),
        (failed, "failed letter/failed letters",
         "lettre en échec/lettres en échec"),
    )  # fmt: skip
    return [
        *lines,
        *(f"• {tongue.count(count, en, fr)}" for count, en, fr in quiet if count),
        *(
            f"• :warning: {tongue.count(count, en, fr)}"
            for count, en, fr in alarming
            if count
        ),
    ]


def _promised(
    rows: tuple[Promised, ...], words: tuple[str, str], tongue: Tongue
) -> list[Block]:
    if not rows:
        return []
    lines = [
        f"• {one.promise.id} – {escaped(one_line(one.name, 80))}{tongue.colon} "
        f"{tongue.money(one.promise.expected)}, {tongue.day(one.promise.promised_on)}"
        for one in rows[:_SHOWN]
    ]
    return sections([f"*{tongue(*words)}*", *lines, *_more(rows, tongue)])


def _mails(digest: Digest, tongue: Tongue) -> list[Block]:
    if not digest.mails:
        return []
    title = tongue("Mails for a person", "Courriels à regarder")
    lines = [
        f"• {one.id} – {escaped(one_line(one.name or one.sender, 80))}{tongue.colon} "
        f"{escaped(person_words(one.needs_person, tongue))}"
        for one in digest.mails[:_SHOWN]
    ]
    return sections([f"*{title}*", *lines, *_more(digest.mails, tongue)])


def _mailbox(digest: Digest, tongue: Tongue) -> str:
    if digest.mailbox_read_at is None:
        return tongue(
            ":warning: The mailbox has never been read: no letter leaves.",
            ":warning: La boîte n’a jamais été lue : aucune lettre ne part.",
        )
    when = tongue.moment(digest.mailbox_read_at)
    if digest.mailbox_is_late:
        return tongue(
            f":warning: The mailbox was last read on {when}: no letter leaves until "
            "it is read again.",
            f":warning: La boîte n’a pas été lue depuis le {when} : aucune lettre ne "
            "part tant qu’elle n’est pas relue.",
        )
    return tongue(f"Mailbox read on {when}.", f"Boîte lue le {when}.")
