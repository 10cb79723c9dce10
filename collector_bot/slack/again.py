"""What a stopped process took and left undone is done once more at the next start."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from collector_bot.core.errors import CollectorError
from collector_bot.core.refusals import UnreadableCommandError
from collector_bot.flows.take import settle_taken, unfinished
from collector_bot.slack.actions import BUTTONS, pressed
from collector_bot.slack.cards.build import escaped, with_people
from collector_bot.slack.forms import FORMS, Filled
from collector_bot.slack.room import Answer, Room
from collector_bot.slack.verbs import find_verb
from collector_bot.store.cards import Taken

log = logging.getLogger("collector_bot.slack")
_PRESSES = {one.action_id: one for one in BUTTONS if one.changes}
_FORMS = {one.name: one for one in FORMS}
_DECISIONS = frozenset(one.twin for one in BUTTONS if one.changes or one.opens)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence for the person whose press or command was interrupted."""

    user: str
    sentence: str


def do_again(room: Room) -> list[Told]:
    """Do what was taken and never settled; return what to tell, to whom.

    To be called before anything else acts. A decision is taken by compare-and-set: one
    that was made before the process ended is refused, not made twice, and its card
    is rewritten from the outbox. Commands that would do a thing twice are left alone,
    and whoever typed them is told to look.
    """
    told = []
    for one in unfinished(room.desk):
        sentence, outcome = _outcome(room, one)
        settle_taken(room.desk, one.key, outcome=outcome)
        log.warning("slack.done_again kind=%s outcome=%s", one.kind, outcome)
        told.append(Told(one.user_id, _after_restart(room, sentence)))
    return told


def tell_all(client: WebClient, channel: str, told: list[Told]) -> None:
    """Tell each person in the team's channel, alone, once; who is not there misses it.

    Args:
        told: emptied as it is told.
    """
    while told:
        one = told.pop(0)
        try:
            client.chat_postEphemeral(channel=channel, user=one.user, text=one.sentence)
        except (SlackClientError, OSError) as problem:
            log.warning("slack.not_told %s", type(problem).__name__)


def _after_restart(room: Room, sentence: str) -> str:
    return room.tongue("After a restart: ", "Après un redémarrage : ") + sentence


def _outcome(room: Room, one: Taken) -> tuple[str, str]:
    """Return what to tell and what to note."""
    try:
        answer = _act(room, one)
    except CollectorError as problem:
        return with_people(problem.written(room.desk.language)), problem.code
    except Exception as problem:  # noqa: BLE001 - one press never keeps the others
        log.error("slack.not_done_again %s", type(problem).__name__)  # noqa: TRY400 - its words may be people's
        return _look(room, one), f"failed: {type(problem).__name__}"
    if answer is None:
        return _look(room, one), "left"
    return answer if isinstance(answer, str) else room.tongue("Done.", "Fait."), "done"


def _act(room: Room, one: Taken) -> Answer | None:
    """Do it, with the role the person has now; None when twice would be too much."""
    wanted = json.loads(one.request)
    if "press" in wanted:
        button = _PRESSES[wanted["press"]]
        room.desk.roles.require(one.user_id, button.needs)
        return button.does(room, one.user_id, pressed(wanted["value"]))
    if "form" in wanted:
        handed = _FORMS[wanted["form"]]
        room.desk.roles.require(one.user_id, handed.needs)
        filled = Filled(wanted["number"], wanted["digest"], wanted["values"])
        return handed.does(room, one.user_id, filled)
    name, *rest = wanted["words"]
    verb = find_verb(name)
    if verb is None:
        raise UnreadableCommandError(usage="/collector help")
    if verb.name not in _DECISIONS:
        return None
    room.desk.roles.require(one.user_id, verb.needs)
    return verb.does(room, one.user_id, rest)


def _look(room: Room, one: Taken) -> str:
    """Return the request to look before repeating what may have been done."""
    words = json.loads(one.request).get("words", [])
    typed = escaped(" ".join(["/collector", *words]))
    what = f"`{typed}`" if words else room.tongue("your press", "votre clic")
    return room.tongue(
        f"{what} was interrupted; look whether it was done before you repeat it.",
        f"{what} a été interrompu ; vérifiez si c’est fait avant de recommencer.",
    )
