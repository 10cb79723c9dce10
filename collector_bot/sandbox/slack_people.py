"""Who and what exists in the sandbox's Slack workspace: roles, the bot, channels."""

from dataclasses import dataclass
from typing import Any

TEAM_ID = "T0SANDBOX00"
TEAM_DOMAIN = "sandbox"
APP_ID = "A0COLLECTOR"
BOT_ID = "B0COLLECTOR"
BOT_USER_ID = "U0BOT000000"
BOT_NAME = "collector"
SLACKBOT = "USLACKBOT"

MANAGER = "U0MANAGER00"
CLERK = "U0CLERK0000"
SALES = "U0SALES0000"
CHANNEL = "C0COLLECT00"

BOT_TOKEN = "xoxb-sandbox"  # noqa: S105 - opens nothing outside this machine
APP_TOKEN = "xapp-sandbox"  # noqa: S105 - idem
SIGNING_SECRET = "sandbox-signing-secret"  # noqa: S105 - idem


@dataclass(frozen=True, slots=True)
class Person:
    """One member of the workspace, named after a role."""

    id: str
    name: str
    title: str
    locale: str
    is_bot: bool = False

    @property
    def email(self) -> str:
        """The address other systems know this person by."""
        return f"{self.name}@sandbox.example"

    @property
    def direct_channel(self) -> str:
        """The id of the direct conversation between this person and the bot."""
        return "D" + self.id[1:]


PEOPLE: dict[str, Person] = {
    person.id: person
    for person in (
        Person(MANAGER, "credit.manager", "Credit manager", "fr-FR"),
        Person(CLERK, "ar.clerk", "Accounts receivable clerk", "fr-FR"),
        Person(SALES, "sales", "Sales", "en-US"),
        Person(BOT_USER_ID, BOT_NAME, "Collector", "en-US", is_bot=True),
    )
}

HUMANS: tuple[str, ...] = (MANAGER, CLERK, SALES)


@dataclass(frozen=True, slots=True)
class Channel:
    """One conversation: the team's private channel, or a direct one with the bot."""

    id: str
    name: str
    members: tuple[str, ...]

    @property
    def is_direct(self) -> bool:
        """Whether this is a conversation between one person and the bot."""
        return self.id.startswith("D")


def channels() -> dict[str, Channel]:
    """The conversations of a fresh workspace, by id."""
    team = Channel(CHANNEL, "recouvrement", (*HUMANS, BOT_USER_ID))
    direct = [
        Channel(PEOPLE[user].direct_channel, "directmessage", (user, BOT_USER_ID))
        for user in HUMANS
    ]
    return {channel.id: channel for channel in (team, *direct)}


def display_name(user: str) -> str:
    """The name a person reads for a user id; the id itself when nobody has it."""
    if user == SLACKBOT:
        return "Slackbot"
    person = PEOPLE.get(user)
    return person.name if person is not None else user


def describe_person(person: Person) -> dict[str, Any]:
    """The user object of users.info."""
    return {
        "id": person.id,
        "team_id": TEAM_ID,
        "name": person.name,
        "deleted": False,
        "real_name": person.title,
        "tz": "Europe/Paris",
        "locale": person.locale,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "is_admin": False,
        "is_owner": False,
        "profile": {
            "title": person.title,
            "real_name": person.title,
            "display_name": person.name,
            "email": person.email,
            "team": TEAM_ID,
        },
    }


def describe_channel(channel: Channel) -> dict[str, Any]:
    """The channel object of conversations.info."""
    described: dict[str, Any] = {
        "id": channel.id,
        "is_channel": False,
        "is_group": not channel.is_direct,
        "is_im": channel.is_direct,
        "is_private": True,
        "is_archived": False,
    }
    if channel.is_direct:
        return described | {"user": channel.members[0]}
    return described | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_member": True,
        "num_members": len(channel.members),
    }
