"""`check`: every part in one line of the configured language, with how to mend it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from collector_bot.store.database import Database, newest_version
from tests.servers.ports import free_port

SLACK = """
[slack]
bot_token = "${env:COLLECTOR_SLACK_BOT_TOKEN}"
app_token = "${env:COLLECTOR_SLACK_APP_TOKEN}"
channel = "C1"
"""


@pytest.fixture
def away(shell):
    """Mailbox and mail server are nowhere; their ports refuse."""
    imap, smtp = free_port(), free_port()
    text = shell.config.read_text("utf-8")
    for section, port in (("mailbox", imap), ("smtp", smtp)):
        text = text.replace(f"[{section}]\n", f"[{section}]\nport = {port}\n")
    shell.write("collector.toml", text)
    return shell


def add(shell, text):
    shell.write("collector.toml", shell.config.read_text("utf-8") + text)


def parts(shell):
    said = shell("check", "--json")
    assert said.code == 1
    return {one["name"]: one for one in said.facts}


def test_every_part_is_a_line_of_french_with_what_to_do(away):
    head = parts(away)["database"]["head"]
    version, end = newest_version(), f"{head['count']}:{head['hash'][:16]}"
    said = away("check")
    assert said.code == 1
    assert said.plain == (
        f"ok      config     {away.config} est compris.\n"
        "ÉCHEC   secrets    À définir : COLLECTOR_IMAP_SECRET (mailbox.secret).\n"
        "                   → Définissez chaque variable là où le service lit son "
        "environnement (systemd : /etc/collector/secrets.env), ou nommez un fichier : "
        '"${file:/chemin}".\n'
        "ok      templates  Tous les modèles se composent ; les niveaux peuvent "
        "utiliser courtesy, firm, formal_notice, reminder_1, reminder_2.\n"
        f"ok      database   Schéma {version} ; journal, écritures, montants ouverts "
        f"et actes concordent ; journal à {end}.\n"
        "ok      desk       Procédure de 5 niveaux ; fuseau, devise et délais sont "
        "connus.\n"
        "ÉCHEC   mailbox    Pas d’essai : COLLECTOR_IMAP_SECRET à définir.\n"
        "                   → Définissez chaque variable là où le service lit son "
        "environnement (systemd : /etc/collector/secrets.env), ou nommez un fichier : "
        '"${file:/chemin}".\n'
        "ÉCHEC   smtp       Le serveur d’envoi est injoignable : la connexion est "
        "refusée.\n"
        "                   → Vérifiez host, port et security de [smtp], et que cette "
        "machine peut joindre ce port.\n"
        "absent  slack      Non configuré : la configuration n’a pas de section "
        "[slack].\n"
        "                   → Copiez [slack] depuis config.example.toml. C’est "
        "l’espace de travail ; créez l’application avec « collector-bot manifest », "
        "puis mettez ses jetons dans COLLECTOR_SLACK_BOT_TOKEN et "
        "COLLECTOR_SLACK_APP_TOKEN.\n"
    )


def test_the_same_in_english_as_json(away):
    text = away.config.read_text("utf-8").replace('"fr"', '"en"')
    away.write("collector.toml", text)
    told = parts(away)
    assert list(told) == [
        "config",
        "secrets",
        "templates",
        "database",
        "desk",
        "mailbox",
        "smtp",
        "slack",
    ]
    assert told["slack"] == {
        "name": "slack",
        "ok": False,
        "configured": False,
        "sentence": "Not configured: the configuration has no [slack].",
        "mend": "Copy [slack] from config.example.toml. It is the workspace; create "
        "the app from “collector-bot manifest”, then put its tokens into "
        "COLLECTOR_SLACK_BOT_TOKEN and COLLECTOR_SLACK_APP_TOKEN.",
        "head": None,
    }
    head = told["database"]["head"]
    assert told["database"] == {
        "name": "database",
        "ok": True,
        "configured": True,
        "sentence": f"Schema {newest_version()}; journal, entries, open amounts and "
        f"acts agree; journal at {head['count']}:{head['hash'][:16]}.",
        "mend": None,
        "head": {"count": head["count"], "hash": head["hash"]},
    }
    assert (head["count"], len(head["hash"])) == (2, 64)


def test_what_was_noted_of_the_journal_must_still_be_there(away):
    head = parts(away)["database"]["head"]
    away("hold", "ACME")
    for still in (head["hash"][:16], head["hash"]):
        said = away("check", "--head", f"{head['count']}:{still}").plain
        assert "ok      database" in said
        assert f"journal à {head['count'] + 1}:" in said
    other = away("check", "--head", f"{head['count']}:00000000").plain
    assert (
        f"ÉCHEC   database   La ligne {head['count']} du journal n’est pas celle que "
        "vous avez notée : le journal a été coupé ou récrit." in other
    )
    assert away("check", "--head", "12").code == 2


def test_a_row_somebody_changed_is_named(away):
    away("hold", "ACME")
    database = Database(f"sqlite:///{away.folder}/ledger.db")
    with database.writing() as connection:
        connection.execute(text("UPDATE hold SET reason = 'x'"))
    database.close()
    assert "database   Modifié hors du journal : hold:1." in away("check").plain


def test_only_the_secrets_of_the_mode_are_asked_for(away, monkeypatch):
    add(away, SLACK)
    monkeypatch.setenv("COLLECTOR_SLACK_BOT_TOKEN", "xoxb-1")
    told = parts(away)
    assert told["secrets"]["sentence"] == (
        "À définir\u00a0: COLLECTOR_IMAP_SECRET (mailbox.secret), "
        "COLLECTOR_SLACK_APP_TOKEN (slack.app_token)."
    )
    assert told["slack"]["sentence"] == (
        "Pas d’essai\u00a0: COLLECTOR_SLACK_APP_TOKEN à définir."
    )


def test_a_variable_of_ones_own_is_named_as_the_file_names_it(away):
    text = away.config.read_text("utf-8")
    text = text.replace("[mailbox]\n", '[mailbox]\nsecret = "${env:BOX_KEY}"\n')
    away.write("collector.toml", text.replace('"fr"', '"fr"\niban = "${env:OUR_IBAN}"'))
    assert parts(away)["secrets"]["sentence"] == (
        "À définir\u00a0: BOX_KEY (mailbox.secret), OUR_IBAN (company.iban)."
    )


def test_a_slack_that_does_not_answer_and_one_that_refuses_are_told_apart(
    away, monkeypatch
):
    add(away, SLACK + f'api_url = "http://127.0.0.1:{free_port()}/api/"\n')
    for name in ("BOT", "APP"):
        monkeypatch.setenv(f"COLLECTOR_SLACK_{name}_TOKEN", "x")
    told = parts(away)["slack"]
    assert told["sentence"].startswith("Slack est injoignable (")
    assert told["mend"].startswith("Vérifiez que cette machine peut joindre slack.com")


def test_a_database_without_tables_is_upgraded(empty):
    database = parts(empty)["database"]
    assert database["mend"] == "Lancez «\u00a0collector-bot upgrade\u00a0»."


def test_check_calls_every_missing_section_absent(empty):
    text = empty.config.read_text("utf-8")
    empty.write("collector.toml", text[: text.index("[mailbox]")])
    empty("upgrade")
    said = empty("check")
    for name in ("mailbox", "smtp", "slack"):
        assert f"absent  {name:<10} Non configuré" in said.out


def test_check_without_a_configuration_names_what_is_missing(empty):
    empty.config.unlink()
    said = empty.bare("check")
    assert said.code == 1
    assert said.out.startswith("FAILED  config     There is no collector.toml here:")


def test_a_wrong_configuration_is_told_in_its_own_language(empty):
    text = empty.config.read_text("utf-8")
    empty.write("collector.toml", text.replace("[smtp]", "[smpt]"))
    said = empty("check")
    assert said.out.startswith("ÉCHEC   config     ")
    assert "→ Corrigez le fichier nommé" in said.out
