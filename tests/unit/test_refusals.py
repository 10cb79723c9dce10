"""Every refusal has its sentence in both languages; none is added without."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

import collector_bot
from collector_bot.config import ConfigError
from collector_bot.core import errors, outside, refusals
from collector_bot.core.errors import CollectorError
from collector_bot.mail.imap import MailWithheldError
from collector_bot.wiring.serving import AlreadyServedError

AT = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)
PAIR = ("it is away", "il est absent")
EXAMPLES: list[tuple[CollectorError, str, str]] = [
    (
        errors.MoneyError("No amount.", "Pas un montant."),
        "No amount.",
        "Pas un montant.",
    ),
    (errors.DatabaseError("Gone.", "Absente."), "Gone.", "Absente."),
    (
        errors.InputFileError(PAIR, file="a.csv", line=2, column="debit", hint=PAIR),
        "a.csv:2, column debit: it is away. it is away.",
        "a.csv:2, colonne débit : il est absent. il est absent.",
    ),
    (
        errors.InputFileNote(PAIR, file="a.csv"),
        "a.csv: it is away.",
        "a.csv : il est absent.",
    ),
    (
        errors.SchemaError("0001", "0002"),
        "The database is at version 0001, this version of Collector needs 0002: run "
        "“collector-bot upgrade”.",
        "La base est à la version 0001, cette version de Collector demande la 0002 : "
        "lancez « collector-bot upgrade ».",
    ),
    (
        errors.UnknownSchemaError("9999"),
        "The database is at version 9999, which this Collector does not know: another "
        "one made it; install that one, or a later one.",
        "La base est à la version 9999, que ce Collector ne connaît pas : un autre l’a "
        "faite ; installez celui-là, ou un plus récent.",
    ),
    (
        errors.TemplateError(PAIR, file="firm/fr.txt.j2", line=3, hint=PAIR),
        "firm/fr.txt.j2:3: it is away. it is away.",
        "firm/fr.txt.j2:3 : il est absent. il est absent.",
    ),
    (
        errors.ClearTextError("imap.example"),
        "imap.example is not this machine, so its security must be tls or starttls.",
        "imap.example n’est pas cette machine : sa sécurité doit être tls ou starttls.",
    ),
    (
        errors.AddressError("ap@"),
        "'ap@' is not a usable e-mail address.",
        "'ap@' n’est pas une adresse e-mail utilisable.",
    ),
    (
        errors.UnsafeLetterError(("Subject", "Subject"), ("is empty", "est vide")),
        "The letter was not made: Subject is empty.",
        "La lettre n’a pas été faite : Subject est vide.",
    ),
    (
        errors.MailboxLoginError("ap@morel.example", "no"),
        "The mailbox ap@morel.example refuses the sign-in: no.",
        "La boîte ap@morel.example refuse la connexion : no.",
    ),
    (
        errors.MailboxGoneError(PAIR),
        "The mailbox cannot be read: it is away.",
        "La boîte ne peut pas être lue : il est absent.",
    ),
    (
        MailWithheldError(7, PAIR),
        "The mailbox cannot be read: mail 7 was not given, it is away.",
        "La boîte ne peut pas être lue : le courriel 7 n’a pas été donné, il est "
        "absent.",
    ),
    (
        errors.SmtpRefused("permanent", 550, PAIR, stage="recipient", recipient="a@b"),
        "The mail server did not take the letter for a@b: 550 it is away.",
        "Le serveur d’envoi n’a pas pris la lettre pour a@b : 550 il est absent.",
    ),
    (
        errors.SmtpUncertain(PAIR),
        "It is not known whether the letter left: it is away.",
        "On ne sait pas si la lettre est partie : il est absent.",
    ),
    (
        errors.TermsError("soon"),
        "“soon” are no payment terms; expected for instance 30 net, 45 eom, 45 eom "
        "split, 30 eom 10 or at sight.",
        "« soon » n’est pas un délai de paiement ; écrivez par exemple 30 net, 45 fin "
        "de mois, fin de mois + 45, 30 fin de mois le 10 ou comptant.",
    ),
    (ConfigError("Wrong.", "Faux."), "Wrong.", "Faux."),
    (
        AlreadyServedError(),
        "Another Collector serves this database already; stop it first, or give this "
        "one a database of its own.",
        "Un autre Collector sert déjà cette base ; arrêtez-le d’abord, ou donnez à "
        "celui-ci une base à lui.",
    ),
    (
        refusals.DeskRefusal(),
        "This cannot be done.",
        "Ce n’est pas possible.",
    ),
    (
        refusals.NotAllowedError(needed="manager"),
        "This needs the role “manager”, which you do not have here.",
        "Il faut le rôle « manager », que vous n’avez pas ici.",
    ),
    (
        refusals.FourEyesError(),
        "You entered this yourself; with four eyes on, somebody else decides it.",
        "Vous l’avez saisi vous-même ; à quatre yeux, une autre personne en décide.",
    ),
    (
        refusals.AlreadyDecidedError(
            verdict="approved", verdict_fr="approuvé", by="U1", at=AT
        ),
        "Already approved by U1 on 3 Nov 2026 at 09:05; nothing was done twice.",
        "Déjà approuvé par U1 le 03/11/2026 à 09:05 ; rien n’a été fait deux fois.",
    ),
    (
        refusals.AlreadyDecidedError(
            verdict="rejected", verdict_fr="rejetée", by="shell", at=AT
        ),
        "Already rejected by the shell on 3 Nov 2026 at 09:05; nothing was done twice.",
        "Déjà rejetée par la ligne de commande le 03/11/2026 à 09:05 ; rien n’a été "
        "fait deux fois.",
    ),
    (
        refusals.NothingDueError(account="ACME", on=AT.date()),
        "Nothing is due on account ACME by 3 Nov 2026; name the pieces it is about.",
        "Rien n’est dû au compte ACME au 03/11/2026 ; nommez les pièces dont il "
        "s’agit.",
    ),
    (
        refusals.PastDayError(on=AT.date()),
        "3 Nov 2026 is past; give today or a later day.",
        "Le 03/11/2026 est passé ; donnez aujourd’hui ou un jour à venir.",
    ),
    (
        refusals.PaymentTakenError(number=3, account="ACME"),
        "Payment 3 is of account ACME by now; nothing was changed. To give it to "
        "another, type `/collector assign 3 ACCOUNT`.",
        "Le règlement 3 est déjà au compte ACME ; rien n’a changé. Pour l’affecter à un "
        "autre, écrivez `/collector affecter 3 COMPTE`.",
    ),
    (
        refusals.ExportThereError(path="a.csv"),
        "a.csv is there already: name another file, so that no export is lost.",
        "a.csv existe déjà : nommez un autre fichier, pour ne perdre aucun export.",
    ),
    (
        refusals.ExportOvertakenError(number=3),
        "Export 3 was taken over by another one meanwhile: nothing was written.",
        "L’export 3 a été repris par un autre entre-temps : rien n’est écrit.",
    ),
    (
        refusals.OvertakenError(number=3),
        "Suggestion 3 no longer stands: the ledger has moved since.",
        "La suggestion 3 ne tient plus : le compte a bougé depuis.",
    ),
    (
        refusals.ChangedSinceShownError(subject="F-1"),
        "F-1 changed since this was shown; look at it again before deciding.",
        "F-1 a changé depuis l’affichage ; revoyez-le avant de décider.",
    ),
    (
        refusals.UnknownAccountError(words="ACMA"),
        "No account is called “ACMA”; give its code or part of its name.",
        "Aucun compte ne s’appelle « ACMA » ; donnez son code ou une partie du nom.",
    ),
    (
        refusals.UnknownPieceError(piece="F-9", account="ACME"),
        "Nothing is open under “F-9” on account ACME.",
        "Rien n’est ouvert sous « F-9 » au compte ACME.",
    ),
    (
        refusals.UnknownNumberError(what="letter", what_fr="lettre", number=9),
        "There is no letter 9.",
        "Il n’y a pas de lettre 9.",
    ),
    (
        refusals.UnknownCodeError(code="ZZ", account="ACME"),
        "No lettering “ZZ” stands on account ACME.",
        "Aucun lettrage « ZZ » au compte ACME.",
    ),
    (
        refusals.UnreadableDateError(words="soon"),
        "“soon” is not a date; write 2026-11-30 or 30/11/2026.",
        "« soon » n’est pas une date ; écrivez 30/11/2026 ou 2026-11-30.",
    ),
    (
        refusals.NotWaitingError(
            what="Letter 1", what_fr="La lettre 1", state="handing_over"
        ),
        "Letter 1 is not waiting for an answer: it is leaving.",
        "La lettre 1 n’attend pas de réponse : état « en cours d’envoi ».",
    ),
    (
        refusals.SeveralAccountsError(words="ac", found="ACME, ACTA"),
        "“ac” may be ACME, ACTA; give the code.",
        "« ac » peut être ACME, ACTA ; donnez le code.",
    ),
    (
        refusals.UnreadableCommandError(usage="/balance ACME"),
        "Not understood; write /balance ACME",
        "Commande incomprise ; écrivez /balance ACME",
    ),
    (refusals.LetteringError("No.", "Non."), "No.", "Non."),
    (
        refusals.LetteringRepeatedError("F-1"),
        "F-1 is named twice in this lettering.",
        "F-1 est cité deux fois dans ce lettrage.",
    ),
    (
        refusals.LetteringNotOpenError("F-1"),
        "F-1 has nothing left open.",
        "F-1 n’a plus rien d’ouvert.",
    ),
    (
        refusals.LetteringMixedAccountsError(("F-1", "F-2")),
        "These entries are not all of one account: F-1, F-2.",
        "Ces écritures ne sont pas toutes du même compte : F-1, F-2.",
    ),
    (
        refusals.LetteringMixedCurrenciesError(("EUR", "GBP")),
        "A lettering is in one currency, not in EUR and GBP.",
        "Un lettrage se fait dans une seule devise, pas en EUR et GBP.",
    ),
    (
        refusals.LetteringOneSidedError(("F-1",)),
        "A lettering needs at least one debit and one credit; given: F-1.",
        "Il faut au moins un débit et un crédit pour lettrer ; donné : F-1.",
    ),
    (
        refusals.LetteringAmountError("F-1", "0.00 EUR"),
        "0.00 EUR of F-1 cannot be lettered: not more than zero.",
        "0.00 EUR de F-1 ne se lettre pas : il faut plus que zéro.",
    ),
    (
        refusals.LetteringOverdrawsError("F-1", "1.00 EUR", "2.00 EUR"),
        "F-1 has 1.00 EUR left open, less than 2.00 EUR.",
        "F-1 n’a plus que 1.00 EUR d’ouvert, moins que 2.00 EUR.",
    ),
    (
        refusals.LetteringUnbalancedError("1.00 EUR", "2.00 EUR"),
        "The debits are 1.00 EUR and the credits 2.00 EUR.",
        "Les débits font 1.00 EUR et les crédits 2.00 EUR.",
    ),
    (
        outside.PortTakenError(port=8088, key="server.port"),
        "Port 8088 (server.port) is taken by another program: stop that one, or give "
        "server.port another number.",
        "Le port 8088 (server.port) est pris par un autre programme : arrêtez-le, ou "
        "donnez un autre numéro à server.port.",
    ),
    (
        outside.port_refusal(PermissionError(13, "no"), ("h", 80), key="server.port"),
        "Nothing can listen on h, port 80 (server.port): access is refused to you.",
        "Impossible d’écouter sur h, port 80 (server.port) : l’accès vous est refusé.",
    ),
    (
        outside.SlackRefusedError(error="invalid_auth"),
        "Slack refuses the bot token (invalid_auth): put the token of the installed "
        "app, xoxb-…, into slack.bot_token.",
        "Slack refuse le jeton du bot (invalid_auth) : mettez dans slack.bot_token "
        "celui de l’application installée, xoxb-…",
    ),
    (
        outside.SlackAppTokenError(error="invalid_auth"),
        "Slack refuses the app-level token (invalid_auth): put one with "
        "connections:write, xapp-…, into slack.app_token.",
        "Slack refuse le jeton d’application (invalid_auth) : mettez dans "
        "slack.app_token un jeton xapp-… qui a connections:write.",
    ),
    (
        outside.SecretsUnsetError(named="COLLECTOR_IMAP_SECRET"),
        "Not set: COLLECTOR_IMAP_SECRET; “collector-bot check” says what each is for.",
        "À définir : COLLECTOR_IMAP_SECRET ; « collector-bot check » dit à quoi ils "
        "servent.",
    ),
    (
        outside.SlackScopeError(scopes="chat:write"),
        "The Slack app lacks chat:write: update it from “collector-bot manifest” and "
        "install it to the workspace again.",
        "Il manque chat:write à l’application Slack : mettez-la à jour avec "
        "« collector-bot manifest » et réinstallez-la.",
    ),
    (
        outside.SlackUnreachableError(why="timeout", why_fr="délai"),
        "Slack is unreachable (timeout); it is tried again by itself.",
        "Slack est injoignable (délai) ; un nouvel essai se fera tout seul.",
    ),
    (
        outside.RequestUrlMissingError(),
        "slack.mode is “http”: say where Slack reaches this app, with --request-url "
        "https://collector.example/slack/events.",
        "slack.mode vaut « http » : dites où Slack joint cette application, avec "
        "--request-url https://collector.example/slack/events.",
    ),
    (
        outside.OpinionUnreachableError("ai.example", ("timeout", "délai")),
        "No second opinion from ai.example: timeout; it is asked again by itself.",
        "Pas de second avis de ai.example : délai ; il sera redemandé tout seul.",
    ),
    (
        outside.OpinionLateError("ai.example", ("too slow", "trop lent")),
        "No second opinion from ai.example: too slow; it is asked again by itself.",
        "Pas de second avis de ai.example : trop lent ; il sera redemandé tout seul.",
    ),
    (
        outside.OpinionUnusableError("ai.example", ("no JSON", "pas de JSON")),
        "No second opinion from ai.example: no JSON; it is asked again by itself.",
        "Pas de second avis de ai.example : pas de JSON ; il sera redemandé tout seul.",
    ),
    (
        refusals.MeantWithoutDayError(),
        "A promise needs its day: give the date the mail names.",
        "Une promesse a besoin de sa date : donnez celle que dit le courriel.",
    ),
    (
        refusals.WhichFindingError(number=7, count=2),
        "2 things were read of mail 7: say which, 1 to 2.",
        "2 choses ont été lues du courriel 7 : dites laquelle, de 1 à 2.",
    ),
    (
        refusals.NotStandingError(number=7),
        "No lettering of suggestion 7 stands: nothing was undone.",
        "Aucun lettrage de la suggestion 7 en place : rien n’a été annulé.",
    ),
    (
        refusals.NoContactError(account="ACME"),
        "Account ACME has no address to write to.",
        "Le compte ACME n’a pas d’adresse à qui écrire.",
    ),
    (
        refusals.UndoTooLateError(number=7, days=14),
        "Suggestion 7 was approved more than 14 days ago; undo it with `/collector "
        "unletter ACCOUNT CODE`.",
        "La suggestion 7 a été approuvée il y a plus de 14 jours ; annulez-la par "
        "`/collector délettrer COMPTE CODE`.",
    ),
    (
        outside.RequestUrlError(url="http://x"),
        "“http://x” is no https:// address; Slack calls no other.",
        "« http://x » n’est pas une adresse https:// ; Slack n’en appelle pas d’autre.",
    ),
]


@pytest.mark.parametrize(("refusal", "english", "french"), EXAMPLES)
def test_a_refusal_is_one_sentence_in_each_language(refusal, english, french):
    assert str(refusal) == refusal.written("en") == english
    told = refusal.written("fr")
    assert re.sub("[\u00a0\u202f]", " ", told) == french
    assert not re.search(" [:;!?»]|« ", told)


def every_refusal(kind: type[CollectorError] = CollectorError) -> Iterator[type]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("collector_bot.") and one.__name__[0] != "_":
            yield one
        yield from every_refusal(one)


def test_no_refusal_is_without_its_french_sentence():
    for module in pkgutil.walk_packages(collector_bot.__path__, "collector_bot."):
        if not re.search(r"\.(?:sandbox|migrations|__main__)\b", module.name):
            importlib.import_module(module.name)
    assert set(every_refusal()) == {type(one) for one, _, _ in EXAMPLES}


def test_no_code_is_used_for_two_families():
    codes = {}
    for one in every_refusal():
        first = codes.setdefault(one.code, one)
        assert issubclass(one, first), one
