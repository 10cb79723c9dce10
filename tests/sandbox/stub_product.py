"""A stand-in for the product: the same verbs, a few cards and letters, no ledger."""

import json
import os
import signal
import smtplib
import sys
import threading
import tomllib
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

LETTERS = {
    "compta@acme-industries.example": ("fr", ["F-2026-0412", "F-2026-0427"]),
    "accounts@harbour-finch.example": ("en", ["F-2026-0415", "F-2026-0429"]),
}


def secret(value: str) -> str:
    return os.environ[value.removeprefix("${env:").removesuffix("}")]


class Health(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def letter(config: dict[str, Any], address: str) -> EmailMessage:
    language, pieces = LETTERS[address]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Ateliers Morel <{config['smtp']['from_address']}>"
    mail["To"] = address
    mail["Subject"] = "Relance" if language == "fr" else "Reminder"
    mail["Message-ID"] = f"<stub-{language}@ateliers-morel.example>"
    mail["Content-Language"] = language
    mail.set_content("\n".join(["Bonjour,", *pieces]) + "\n")
    rows = "".join(f"<tr><td>{piece}</td><td>1 234,56 €</td></tr>" for piece in pieces)
    mail.add_alternative(f"<h2>Relance</h2><table>{rows}</table>", subtype="html")
    return mail


def send_letters(config: dict[str, Any]) -> None:
    smtp = config["smtp"]
    with smtplib.SMTP(smtp["host"], smtp["port"], timeout=10) as client:
        for address in LETTERS:
            mail = letter(config, address)
            client.sendmail(
                smtp["from_address"],
                [address, smtp["archive_address"]],
                mail.as_bytes(),
            )


def buttons(number: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "button",
            "action_id": "suggestion.approve",
            "text": {"type": "plain_text", "text": "Approuver"},
            "style": "primary",
            "value": number,
            "confirm": {
                "title": {"type": "plain_text", "text": "Lettrer ?"},
                "text": {"type": "mrkdwn", "text": "*2 factures* seront lettrées."},
                "confirm": {"type": "plain_text", "text": "Oui"},
                "deny": {"type": "plain_text", "text": "Non"},
            },
        },
        {
            "type": "button",
            "action_id": "suggestion.reject",
            "text": {"type": "plain_text", "text": "Refuser"},
            "style": "danger",
            "value": number,
        },
    ]


def card_blocks(*, done: str = "") -> list[dict[str, Any]]:
    rows = [["Pièce", "Échéance", "Ouvert"], ["F-2026-0415", "28/10", "1 840,00 €"]]
    last: dict[str, Any] = (
        {"type": "context", "elements": [{"type": "mrkdwn", "text": done}]}
        if done
        else {"type": "actions", "elements": buttons("1")}
    )
    return [
        {"type": "header", "text": {"type": "plain_text", "text": "Lettrage proposé"}},
        {
            "type": "section",
            "text": {
                "type": "mrkdwn",
                "text": "*HARBOUR* &lt;b&gt; & <https://a.example|lien>",
            },
            "fields": [
                {"type": "mrkdwn", "text": "*Confiance*\n98 %"},
                {"type": "plain_text", "text": "Avis reçu"},
            ],
        },
        {"type": "divider"},
        {
            "type": "table",
            "column_settings": [{}, {}, {"align": "right"}],
            "rows": [
                [{"type": "raw_text", "text": text} for text in row] for row in rows
            ],
        },
        last,
    ]


def serve(config: dict[str, Any]) -> None:
    from slack_bolt import App
    from slack_bolt.adapter.socket_mode import SocketModeHandler
    from slack_sdk import WebClient

    slack = config["slack"]
    token = secret(slack["bot_token"])
    client = WebClient(token=token, base_url=slack["api_url"])
    app = App(client=client)

    @app.command("/balance")
    def on_balance(ack: Any, body: dict[str, Any]) -> None:
        ack(f"*Solde* de {body['text']} : `7 043,00 €`")

    @app.action("suggestion.approve")
    def on_approve(ack: Any, body: dict[str, Any]) -> None:
        ack()
        client.chat_update(
            channel=body["channel"]["id"],
            ts=body["message"]["ts"],
            text="ok",
            blocks=card_blocks(done=f"Approuvé par <@{body['user']['id']}>"),
        )

    handler = SocketModeHandler(app, secret(slack["app_token"]))
    handler.connect()
    client.chat_postMessage(
        channel=slack["channel"], text="Lettrage", blocks=card_blocks()
    )
    send_letters(config)
    server = HTTPServer((config["server"]["host"], config["server"]["port"]), Health)
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    over.wait()
    handler.close()
    server.shutdown()


def main() -> int:
    words = sys.argv[1:]
    path = Path(words[words.index("--config") + 1])
    config = tomllib.loads(path.read_text(encoding="utf-8"))
    with path.with_name("verbs.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(words[: words.index("--config")]) + "\n")
    if words[0] == "serve":
        path.with_name("serve.pid").write_text(str(os.getpid()))
        serve(config)
    if words[:2] == ["import", "entries"] and "refused" in path.parent.name:
        sys.stderr.write("entries.csv:2, column debit: 'x' is no amount.\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
