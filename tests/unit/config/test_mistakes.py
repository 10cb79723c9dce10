"""What is wrong in a configuration: where it stands, what is there, what should be."""

from __future__ import annotations

import re

import pytest

from collector_bot.config import KNOWN_VARIABLES, ConfigError, load_config

COMPANY = '[company]\nname = "Morel"\n'


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Load a text as configuration; return its refusal in both languages."""
    for name in KNOWN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "c.toml"

    def load(text: str) -> tuple[str, str]:
        path.write_text(text, "utf-8")
        with pytest.raises(ConfigError) as refusal:
            load_config(path)
        both = (refusal.value.written(one) for one in ("en", "fr"))
        english, french = (
            re.sub("[\u00a0\u202f]", " ", one.replace(f"{tmp_path}/", ""))
            for one in both
        )
        return english, french

    return load


EXPLAINED = "; config.example.toml explains every key."
EXPLIQUE = " ; config.example.toml explique chaque clé."
CASES = [
    (
        COMPANY + '[accounts]\ndiscount = "66"\n',
        "c.toml:4: accounts.discount is “66”; expected an account number of 3 to 17 "
        "digits and letters, in quotes.",
        "c.toml:4 : accounts.discount vaut « 66 » ; il faut un numéro de compte de 3 à "
        "17 chiffres et lettres, entre guillemets.",
    ),
    (
        COMPANY + '[accounts]\nbank_journal = "B Q"\n',
        "c.toml:4: accounts.bank_journal is “B Q”; expected a journal code of 1 to 10 "
        "digits and letters, in quotes.",
        "c.toml:4 : accounts.bank_journal vaut « B Q » ; il faut un code journal de 1 à "
        "10 chiffres et lettres, entre guillemets.",
    ),
    (
        COMPANY + "[accounts]\nvat_rate = 120.0\n",
        "c.toml:4: accounts.vat_rate is 120.0; expected a number from 0 to 100.",
        "c.toml:4 : accounts.vat_rate vaut 120.0 ; il faut un nombre de 0 à 100.",
    ),
    (
        COMPANY + '[export]\ndatelet = "today"\n',
        "c.toml:4: export.datelet is “today”; expected one of “operation”, "
        "“latest_entry”, “none”.",
        "c.toml:4 : export.datelet vaut « today » ; il faut l’un de « operation », "
        "« latest_entry », « none ».",
    ),
    (
        COMPANY + '[mailbox]\naddress = "a@b.example"\nhost = "x"\nprot = 993\n',
        "c.toml:6: the key mailbox.prot is unknown (did you mean port?)" + EXPLAINED,
        "c.toml:6 : la clé mailbox.prot est inconnue (vouliez-vous dire port ?)"
        + EXPLIQUE,
    ),
    (
        COMPANY + "[zzz]\n",
        "c.toml:3: the key zzz is unknown" + EXPLAINED,
        "c.toml:3 : la clé zzz est inconnue" + EXPLIQUE,
    ),
    (
        "[database]\n",
        "c.toml: the key company is required, a section with its keys" + EXPLAINED,
        "c.toml : la clé company est obligatoire, une section avec ses clés" + EXPLIQUE,
    ),
    (
        COMPANY + '\n[slack]\nmode = "http"\n',
        "c.toml:4: the key slack.channel is required, a text in quotes" + EXPLAINED,
        "c.toml:4 : la clé slack.channel est obligatoire, un texte entre guillemets"
        + EXPLIQUE,
    ),
    (
        COMPANY + "[server]\nport = 70000\n",
        "c.toml:4: server.port is 70000; expected a whole number from 1 to 65535.",
        "c.toml:4 : server.port vaut 70000 ; il faut un nombre entier de 1 à 65535.",
    ),
    (
        COMPANY + 'language = "de"\n',
        "c.toml:3: company.language is “de”; expected one of “fr”, “en”.",
        "c.toml:3 : company.language vaut « de » ; il faut l’un de « fr », « en ».",
    ),
    (
        COMPANY + '[policy]\nfour_eyes = "peut-être"\n',
        "c.toml:4: policy.four_eyes is a text; expected true or false, without quotes.",
        "c.toml:4 : policy.four_eyes vaut un texte ; il faut true ou false, sans "
        "guillemets.",
    ),
    (
        COMPANY + "[policy]\nread_confidence_min = 70\n",
        "c.toml:4: policy.read_confidence_min is 70; expected a number from 0 to 1.",
        "c.toml:4 : policy.read_confidence_min vaut 70 ; il faut un nombre de 0 à 1.",
    ),
    (
        COMPANY + '[schedule]\ndun_at = "9h"\n',
        "c.toml:4: schedule.dun_at is “9h”; expected a time such as 09:00, in quotes.",
        "c.toml:4 : schedule.dun_at vaut « 9h » ; il faut une heure comme 09:00, entre "
        "guillemets.",
    ),
    (
        COMPANY + '[dunning]\nmax_letter_amount = "50 000"\nlevels = []\n',
        "c.toml:4: dunning.max_letter_amount is “50 000”; expected an amount such as "
        "50.00, in quotes (1 more after it).",
        "c.toml:4 : dunning.max_letter_amount vaut « 50 000 » ; il faut un montant "
        "comme 50.00, entre guillemets (et 1 de plus ensuite).",
    ),
    (
        COMPANY + "[dunning]\nlevels = []\n",
        "c.toml:4: dunning.levels is a list; expected at least one such section.",
        "c.toml:4 : dunning.levels vaut une liste ; il faut au moins une telle section.",
    ),
    (
        COMPANY
        + '[[dunning.levels]]\nname = "a"\ndays = 1\ntemplate = "firm"\n'
        + '[[dunning.levels]]\nname = "b"\ndays = 1000\ntemplate = "firm"\n',
        "c.toml:9: dunning.levels[2].days is 1000; expected a whole number from -60 to "
        "730.",
        "c.toml:9 : dunning.levels[2].days vaut 1000 ; il faut un nombre entier de -60 "
        "à 730.",
    ),
    (
        COMPANY
        + '[[dunning.levels]]\nname = "a"\ndays = 5\ntemplate = "firm"\n'
        + '[[dunning.levels]]\nname = "b"\ndays = 5\ntemplate = "firm"\n',
        "c.toml:3: dunning.levels: the days must rise, they are [5, 5].",
        "c.toml:3 : dunning.levels : les jours doivent croître, ils sont [5, 5].",
    ),
    (
        COMPANY + '[roles]\nmanagers = ["U1", 5]\n',
        "c.toml:4: roles.managers[2] is 5; expected a text in quotes.",
        "c.toml:4 : roles.managers[2] vaut 5 ; il faut un texte entre guillemets.",
    ),
    (
        COMPANY + '[roles]\nmanagers = "U1"\n',
        "c.toml:4: roles.managers is a text; expected a list of texts in quotes.",
        "c.toml:4 : roles.managers vaut un texte ; il faut une liste de textes entre "
        "guillemets.",
    ),
    (
        "smtp = 5\n" + COMPANY,
        "c.toml:1: smtp is 5; expected a section with its keys.",
        "c.toml:1 : smtp vaut 5 ; il faut une section avec ses clés.",
    ),
    (
        '[company]\nname = ""\n',
        "c.toml:2: company.name is an empty text; expected a text in quotes that is not empty.",
        "c.toml:2 : company.name vaut un texte vide ; il faut un texte entre guillemets, non "
        "vide.",
    ),
    (
        "[company]\nname = Morel\n",
        "c.toml:2:8: this is no value: texts stand in quotes, true and false in small "
        "letters.",
        "c.toml:2:8 : ce n’est pas une valeur : les textes sont entre guillemets, true "
        "et false en minuscules.",
    ),
    (
        '[company]\nname = "M"\nname = "N"\n',
        "c.toml:3:11: this key or section is there twice.",
        "c.toml:3:11 : cette clé ou cette section y est deux fois.",
    ),
    (
        "[company]\nname Morel\n",
        "c.toml:2:6: a key is followed by = and its value.",
        "c.toml:2:6 : une clé est suivie de = et de sa valeur.",
    ),
    (
        "[company\n",
        "c.toml:1:9: this is neither a key = value nor a [section].",
        "c.toml:1:9 : ce n’est ni une clé = valeur ni une [section].",
    ),
    (
        "[company]\nname = [1,",
        "c.toml: the file ends before a text, a list or a table is closed.",
        "c.toml : le fichier finit avant la fin d’un texte, d’une liste ou d’une table.",
    ),
]


@pytest.mark.parametrize(("text", "english", "french"), CASES)
def test_a_mistake_is_one_sentence_in_both_languages(told, text, english, french):
    assert told(text) == (english, french)


def test_a_secret_is_never_shown_however_wrong_it_is(told):
    text = COMPANY + '[smtp]\nhost = "h"\nfrom_address = "a"\narchive_address = "b"\n'
    english, french = told(text + "secret = 12345\n")
    assert english == "c.toml:7: smtp.secret: expected a text in quotes."
    assert french == "c.toml:7 : smtp.secret : il faut un texte entre guillemets."


def test_what_a_variable_holds_is_never_shown(told, monkeypatch):
    monkeypatch.setenv("MAIL_PORT", "hunter2")
    text = COMPANY + '[server]\nport = "${env:MAIL_PORT}"\n'
    assert told(text)[0] == (
        "c.toml:4: server.port is a text; expected a whole number from 1 to 65535."
    )


def test_an_unknown_variable_is_refused_with_the_nearest_known(told, monkeypatch):
    monkeypatch.setenv("COLLECTOR_SMTP_PASSWORD", "x")
    english, french = told(COMPANY)
    assert english.startswith(
        "The environment variable COLLECTOR_SMTP_PASSWORD is unknown "
        "(did you mean COLLECTOR_SMTP_SECRET?); known are COLLECTOR_CONFIG, "
    )
    assert french.startswith(
        "La variable d’environnement COLLECTOR_SMTP_PASSWORD est inconnue "
        "(vouliez-vous dire COLLECTOR_SMTP_SECRET ?) ; on connaît COLLECTOR_CONFIG, "
    )


def test_a_secret_file_others_can_read_is_refused(told, tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o644)
    text = COMPANY + f'[database]\nurl = "${{file:{tmp_path}/secret}}"\n'
    assert told(text) == (
        "c.toml:4: database.url: secret can be read by others; make it yours alone "
        "(chmod 600).",
        "c.toml:4 : database.url : secret peut être lu par d’autres ; rendez-le à vous "
        "seul (chmod 600).",
    )
    missing = COMPANY + f'[database]\nurl = "${{file:{tmp_path}/none}}"\n'
    assert told(missing)[0] == (
        "c.toml:4: database.url: none cannot be read: there is no such file."
    )


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    with pytest.raises(ConfigError) as missing:
        load_config(tmp_path / "c.toml")
    assert str(missing.value) == (
        f"{tmp_path}/c.toml: there is no such file; copy config.example.toml to it."
    )
    with pytest.raises(ConfigError) as folder:
        load_config(tmp_path)
    assert folder.value.written("fr") == (
        f"{tmp_path}\u00a0: lecture impossible\u00a0: c’est un dossier, pas un fichier."
    )
    (tmp_path / "c.toml").write_bytes(b'[company]\nname = "caf\xe9"\n')
    with pytest.raises(ConfigError) as latin:
        load_config(tmp_path / "c.toml")
    assert str(latin.value) == f"{tmp_path}/c.toml: it is not UTF-8 text."


def test_mail_in_clear_is_refused_outside_this_machine(told):
    text = COMPANY + '[mailbox]\naddress = "a@b.example"\nhost = "imap.example"\n'
    english, french = told(text + 'security = "none"\n')
    assert english == (
        "c.toml:6: mailbox.security: it is “none” for imap.example; mail in clear is "
        "accepted on loopback only: use “starttls” or “tls”."
    )
    assert french == (
        "c.toml:6 : mailbox.security : c’est « none » pour imap.example ; le courrier "
        "en clair n’est admis que sur cette machine : écrivez « starttls » ou « tls »."
    )


SECOND = '[second_opinion]\nmodel = "m"\n'


@pytest.mark.parametrize(
    "address",
    [
        "http://models.example/v1",
        "http://127.0.0.1.models.example/v1",
        "http://user@127.0.0.1/v1",
        "ftp://127.0.0.1/v1",
        "https://",
        "https://:443/v1",
        "https://models.example:99999/v1",
        "https://user:secret@models.example/v1",
        "https://models.example/v1?key=1",
        "https://models.example/v 1",
        "https://modèles.example/v1",
        "https://[::1/v1",
        "models.example/v1",
    ],
)
def test_mails_are_shown_to_no_machine_in_clear_or_at_no_clear_address(told, address):
    english, french = told(COMPANY + SECOND + f'base_url = "{address}"\n')
    assert english == (
        "c.toml:5: second_opinion.base_url: it must be an https:// address without a "
        "query or a sign-in, as https://models.example/v1; http:// is accepted on "
        "loopback only."
    )
    assert french == (
        "c.toml:5 : second_opinion.base_url : il faut une adresse https:// sans "
        "paramètres ni identifiants, comme https://models.example/v1 ; http:// n’est "
        "admis que sur cette machine."
    )


@pytest.mark.parametrize("key", ["two words", "line\\r\\nX-Evil: 1", "clé"])
def test_a_key_no_header_takes_is_refused_without_being_shown(told, key):
    where = 'base_url = "http://[::1]:8000/v1"\n'
    english, french = told(COMPANY + SECOND + where + f'api_key = "{key}"\n')
    assert english == (
        "c.toml:6: second_opinion.api_key: it holds a space, a line break or a sign "
        "outside ASCII."
    )
    assert french == (
        "c.toml:6 : second_opinion.api_key : il contient une espace, un saut de ligne "
        "ou un signe hors ASCII."
    )
