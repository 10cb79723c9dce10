"""What machine, Slack, manifest or second opinion refuse us, in both languages."""

from __future__ import annotations

import errno

from collector_bot.core.errors import CollectorError
from collector_bot.core.refusals import DeskRefusal
from collector_bot.core.system_words import system_words
from collector_bot.core.wording import Both


class SecretsUnsetError(DeskRefusal):
    """Nothing can be served without these. Facts: named."""

    code = "serve.secrets_unset"
    en = "Not set: {named}; “collector-bot check” says what each is for."
    fr = "À définir : {named} ; « collector-bot check » dit à quoi ils servent."


class PortTakenError(DeskRefusal):
    """A port to listen on is another program's. Facts: port, key."""

    code = "serve.port_taken"
    en = (
        "Port {port} ({key}) is taken by another program: stop that one, or give "
        "{key} another number."
    )
    fr = (
        "Le port {port} ({key}) est pris par un autre programme : arrêtez-le, ou "
        "donnez un autre numéro à {key}."
    )


class PortUnusableError(DeskRefusal):
    """This machine cannot listen there. Facts: host, port, key, why, why_fr."""

    code = "serve.port_unusable"
    en = "Nothing can listen on {host}, port {port} ({key}): {why}."
    fr = "Impossible d’écouter sur {host}, port {port} ({key}) : {why_fr}."


def port_refusal(
    problem: OSError, address: tuple[str, int], *, key: str
) -> PortTakenError | PortUnusableError:
    """Return why a port of the configuration cannot be listened on."""
    host, port = address
    if problem.errno == errno.EADDRINUSE:
        return PortTakenError(port=port, key=key)
    why, why_fr = system_words(problem)
    return PortUnusableError(host=host, port=port, key=key, why=why, why_fr=why_fr)


class SlackRefusedError(DeskRefusal):
    """Slack does not let the app in; only a person mends that. Facts: error."""

    code = "slack.refused"
    en = (
        "Slack refuses the bot token ({error}): put the token of the installed app, "
        "xoxb-…, into slack.bot_token."
    )
    fr = (
        "Slack refuse le jeton du bot ({error}) : mettez dans slack.bot_token celui de "
        "l’application installée, xoxb-…"
    )


class SlackAppTokenError(SlackRefusedError):
    """Slack refuses the app-level token of socket mode. Facts: error."""

    en = (
        "Slack refuses the app-level token ({error}): put one with connections:write, "
        "xapp-…, into slack.app_token."
    )
    fr = (
        "Slack refuse le jeton d’application ({error}) : mettez dans slack.app_token "
        "un jeton xapp-… qui a connections:write."
    )


class SlackScopeError(SlackRefusedError):
    """The app was installed without a scope it needs. Facts: scopes."""

    en = (
        "The Slack app lacks {scopes}: update it from “collector-bot manifest” and "
        "install it to the workspace again."
    )
    fr = (
        "Il manque {scopes} à l’application Slack : mettez-la à jour avec "
        "« collector-bot manifest » et réinstallez-la."
    )


class SlackUnreachableError(DeskRefusal):
    """Slack does not answer just now; it is tried again. Facts: why, why_fr."""

    code = "slack.unreachable"
    en = "Slack is unreachable ({why}); it is tried again by itself."
    fr = "Slack est injoignable ({why_fr}) ; un nouvel essai se fera tout seul."


class RequestUrlMissingError(DeskRefusal):
    """Over HTTP Slack must know where the app is. Facts: none."""

    code = "manifest.url_missing"
    en = (
        "slack.mode is “http”: say where Slack reaches this app, with --request-url "
        "https://collector.example/slack/events."
    )
    fr = (
        "slack.mode vaut « http » : dites où Slack joint cette application, avec "
        "--request-url https://collector.example/slack/events."
    )


class RequestUrlError(DeskRefusal):
    """Slack would not call this address. Facts: url."""

    code = "manifest.url"
    en = "“{url}” is no https:// address; Slack calls no other."
    fr = "« {url} » n’est pas une adresse https:// ; Slack n’en appelle pas d’autre."


class OpinionUnreachableError(CollectorError):
    """The machine asked for second opinions cannot be asked just now."""

    code = "opinion.unreachable"

    def __init__(self, host: str, why: Both) -> None:
        super().__init__(
            f"No second opinion from {host}: {why[0]}; it is asked again by itself.",
            f"Pas de second avis de {host} : {why[1]} ; il sera redemandé tout seul.",
        )


class OpinionLateError(OpinionUnreachableError):
    """It did not finish its answer in time: perhaps this mail is too much for it."""

    code = "opinion.late"


class OpinionUnusableError(OpinionUnreachableError):
    """It answered about this mail, and nothing can be made of the answer."""

    code = "opinion.unusable"
