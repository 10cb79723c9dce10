"""The page's addresses, with a stand-in for the product behind them."""

import base64
import http.client
import json
import re
import sys
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from collector_bot.sandbox.watcher import Watcher
from collector_bot.sandbox.world import World

STUB = [sys.executable, str(Path(__file__).with_name("stub_product.py"))]
MANAGER, CLERK = "U0MANAGER00", "U0CLERK0000"
ACME, HARBOUR = "compta@acme-industries.example", "accounts@harbour-finch.example"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with World(tmp_path_factory.mktemp("home"), command=STUB) as opened:
        opened.begin()
        yield opened


Ask = Callable[..., Any]


class RefusedError(Exception):
    """An answer that is no success."""


def call(
    world: World, method: str, path: str, *, body: bytes | None = None, **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(world.url).netloc, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body=body, headers=sent)
    reply = connection.getresponse()
    content = reply.read()
    connection.close()
    return reply, content


@pytest.fixture
def ask(world: World) -> Ask:
    def send(path: str, body: dict[str, Any] | None = None) -> Any:
        if body is None:
            reply, content = call(world, "GET", f"/sandbox/{path}")
        else:
            text = json.dumps(body).encode()
            reply, content = call(
                world, "POST", f"/sandbox/{path}", body=text, X_Sandbox="page"
            )
        answer = json.loads(content)
        if reply.status != 200:
            raise RefusedError(reply.status, answer["error"])
        return answer

    return send


def refused(ask: Ask, path: str, body: dict[str, Any] | None = None) -> tuple[int, str]:
    with pytest.raises(RefusedError) as error:
        ask(path, body)
    return error.value.args


def raw_get(world: World, path: str, **headers: str) -> http.client.HTTPResponse:
    return call(world, "GET", path, **headers)[0]


def letter_of(ask: Ask, address: str) -> dict[str, Any]:
    return ask(f"mailboxes/{address}")["letters"][0]


def test_the_page_and_its_files_come_with_a_strict_policy(world):
    for path, kind in [
        ("/", "text/html"),
        ("/static/page.css", "text/css"),
        ("/static/page.js", "text/javascript"),
    ]:
        reply = raw_get(world, path)
        assert reply.status == 200
        assert reply.getheader("Content-Type") == f"{kind}; charset=utf-8"
        rules = reply.getheader("Content-Security-Policy")
        assert rules.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in rules


def test_the_html_has_no_inline_script_or_style_and_every_id_the_script_asks_for():
    folder = Path(__file__).parents[2] / "collector_bot/sandbox/static"
    html, script = (
        (folder / name).read_text("utf-8") for name in ("index.html", "page.js")
    )
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=)", html)
    assert "innerHTML" not in script
    asked = set(re.findall(r"\$\(\"([\w-]+)\"\)", script))
    assert asked <= set(re.findall(r'id="([\w-]+)"', html))
    words = set(re.findall(r'data-i18n(?:-\w+)?="(\w+)"', html))
    translations = script[: script.index("const EMOJI")]
    for word in words:
        assert len(re.findall(rf"\b{word}: \"", translations)) == 2, word


def test_strangers_and_other_pages_are_refused(world, ask):
    assert raw_get(world, "/", Host="evil.example").status == 403
    assert raw_get(world, "/sandbox/state", Host="evil.example:80").status == 403
    reply, _ = call(world, "POST", "/sandbox/advance", body=b'{"days": 1}')
    assert reply.status == 403


def test_state_says_who_works_here_and_which_day_it_is(world, ask):
    state = ask("state")
    assert state["company"] == "Ateliers Morel SAS"
    assert state["today"] == world.stage.clock.today().isoformat()
    assert state["serving"] is True
    assert [one["role"] for one in state["people"]] == ["manager", "clerk", "sales", ""]


def test_letters_reach_the_mailboxes_with_their_alternatives(ask):
    boxes = {one["account"]: one for one in ask("mailboxes")["mailboxes"]}
    assert boxes["ACME"]["name"] == "ACME Industries"
    assert boxes["HARBOUR"]["unread"] == 1
    number = letter_of(ask, HARBOUR)["number"]
    letter = ask(f"letters/{number}")
    assert letter["text"].split() == ["Bonjour,", "F-2026-0415", "F-2026-0429"]
    assert ["Subject", "Reminder"] in letter["headers"]


def test_a_letters_html_is_served_where_no_script_runs(world, ask):
    number = letter_of(ask, HARBOUR)["number"]
    reply = raw_get(world, f"/sandbox/letters/{number}/html")
    assert reply.getheader("Content-Security-Policy") == (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "frame-ancestors 'self'"
    )


def test_opening_a_letter_marks_it_read(ask):
    number = letter_of(ask, HARBOUR)["number"]
    ask(f"letters/{number}/read", {})
    assert letter_of(ask, HARBOUR)["read"] is True


def test_a_command_is_answered_to_the_one_who_typed_it(ask):
    told = ask("command", {"user": CLERK, "text": "/balance ACME"})
    assert told == {"notice": "", "timed_out": False, "errors": {}}

    mine = ask(f"messages?user={CLERK}")["messages"]
    others = ask(f"messages?user={MANAGER}")["messages"]
    assert [one["text"] for one in mine if one["user"] == CLERK] == ["/balance ACME"]
    assert [one["text"] for one in mine if one["ephemeral"]] == [
        "*Solde* de ACME : `7 043,00 €`"
    ]
    assert [one["ephemeral"] for one in others] == [False]


def test_a_command_nobody_answers_is_said_to_have_failed(ask):
    told = ask("command", {"user": MANAGER, "text": "/nothing"})
    assert told["timed_out"] is True
    assert told["notice"] == "/nothing failed because the app did not respond."


def test_a_pressed_button_rewrites_the_card_in_place(world, ask):
    watcher = Watcher(world, seconds=10)
    (card,) = watcher.cards("HARBOUR", action="suggestion.approve")
    press = {
        "user": MANAGER,
        "ts": card.ts,
        "action_id": "suggestion.approve",
        "value": "1",
    }

    ask("press", press)

    watcher.until(
        lambda: not watcher.cards(action="suggestion.approve"), what="rewriting"
    )
    now = watcher.card_at(card.ts)
    assert now.blocks[-1]["elements"][0]["text"] == f"Approuvé par <@{MANAGER}>"
    assert refused(ask, "press", press)[0] == 400


def test_ready_made_answers_speak_of_the_letters_due_invoices(world, ask):
    number = letter_of(ask, ACME)["number"]
    examples = {one["kind"]: one for one in ask(f"letters/{number}")["examples"]}

    assert list(examples) == [
        "promise",
        "remittance",
        "remittance-csv",
        "dispute",
        "absence",
    ]
    assert (
        "Nous vous réglerons la facture F-2026-0412 le " in examples["promise"]["text"]
    )
    assert "F-2026-0427    1 250,00 €" in examples["remittance"]["text"]
    (file,) = examples["remittance-csv"]["attachments"]
    rows = base64.b64decode(file["base64"]).decode().splitlines()
    assert rows[0] == "Facture;Date;Montant"
    assert rows[1].startswith("F-2026-0412;")
    assert rows[1].endswith(";4812,60")
    assert examples["remittance"]["pays"] == ["F-2026-0412", "F-2026-0427"]
    assert examples["absence"]["automatic"] is True


def test_a_reply_reaches_the_team_and_the_bank_pays_once(world, ask):
    number = letter_of(ask, ACME)["number"]
    body = {
        "text": "Voici le détail.",
        "attachments": [
            {"filename": "avis.csv", "content_type": "text/csv", "base64": "YSxi"}
        ],
        "pays": ["F-2026-0412", "F-2026-0427"],
    }

    ask(f"letters/{number}/reply", body)
    ask(f"letters/{number}/reply", body)

    team = world.stage.mailboxes.letters("comptabilite@ateliers-morel.example")
    mail = message_from_bytes(team[-1].raw, policy=policy.default)
    assert mail["From"].addresses[0].addr_spec == ACME
    assert [one.get_filename() for one in mail.iter_attachments()] == ["avis.csv"]
    payments = sorted((world.home / "payments").iterdir())
    assert len(payments) == 1
    line = payments[0].read_text(encoding="utf-8").splitlines()[1].split(",")
    assert (line[0], line[1], line[6], line[8]) == (
        "ACME",
        "payment",
        "6062.60",
        "VIR SEPA ACME INDUSTRIES",
    )
    kinds = [one["kind"] for one in ask(f"letters/{number}")["examples"]]
    assert kinds == ["absence"]


def test_the_calendar_moves_by_one_day_or_seven(world, ask):
    before = world.stage.clock.today().toordinal()
    assert ask("advance", {"days": 7})["today"] == world.stage.clock.today().isoformat()
    assert world.stage.clock.today().toordinal() == before + 7
    assert refused(ask, "advance", {"days": 2}) == (
        400,
        "The calendar moves by one day or by seven.",
    )


def test_open_pages_hear_of_every_change(world, ask):
    connection = http.client.HTTPConnection(urlsplit(world.url).netloc, timeout=10)
    connection.request("GET", "/sandbox/events")
    stream = connection.getresponse()
    assert stream.readline() == b"data: 1\n"
    stream.readline()
    ask("advance", {"days": 1})
    assert stream.readline() == b"data: 2\n"
    stream.close()
    connection.close()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("letters/999", None),
        ("letters/1/attachments/0", None),
        ("messages?user=U0NOBODY", None),
        ("press", {"user": MANAGER}),
        ("press", {"user": MANAGER, "ts": "1.0", "action_id": "x"}),
        ("letters/1/reply", {"text": "x", "attachments": [{"filename": "a"}]}),
        ("advance", {}),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(ask, path, body):
    status, sentence = refused(ask, path, body)
    assert status == 400
    assert sentence
