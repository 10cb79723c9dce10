"""What the page shows of the mailboxes, and the answers written through it."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

from aiohttp import web

from collector_bot.sandbox.answer import Answer
from collector_bot.sandbox.examples import Example
from collector_bot.sandbox.letter import Attachment, Letter
from collector_bot.sandbox.stage import Stage

_HTML_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "frame-ancestors 'self'"
)
_UNITS = 1024
_LETTER = r"/sandbox/letters/{number:\d+}"


def mail_routes(stage: Stage) -> list[web.RouteDef]:
    """Return the addresses of the mailbox pane."""
    return [*_list_routes(stage), *_part_routes(stage), *_acting_routes(stage)]


def _list_routes(stage: Stage) -> list[web.RouteDef]:
    async def mailboxes(_: web.Request) -> web.Response:
        return web.json_response({"mailboxes": _overview(stage)})

    async def mailbox(request: web.Request) -> web.Response:
        address = request.match_info["address"]
        letters = [_line(stage, one) for one in stage.mailboxes.letters(address)]
        return web.json_response({"letters": letters})

    return [
        web.get("/sandbox/mailboxes", mailboxes),
        web.get("/sandbox/mailboxes/{address}", mailbox),
    ]


def _part_routes(stage: Stage) -> list[web.RouteDef]:
    async def letter(request: web.Request) -> web.Response:
        return web.json_response(_whole(stage, _found(stage, request)))

    async def html(request: web.Request) -> web.Response:
        return web.Response(
            text=_found(stage, request).html,
            content_type="text/html",
            headers={"Content-Security-Policy": _HTML_POLICY},
        )

    async def attachment(request: web.Request) -> web.Response:
        files = _found(stage, request).attachments
        place = int(request.match_info["place"])
        if place >= len(files):
            raise LookupError("There is no such file.")
        return web.Response(
            body=files[place].content,
            content_type="application/octet-stream",
            headers={"Content-Disposition": "attachment"},
        )

    return [
        web.get(_LETTER, letter),
        web.get(f"{_LETTER}/html", html),
        web.get(_LETTER + r"/attachments/{place:\d+}", attachment),
    ]


def _acting_routes(stage: Stage) -> list[web.RouteDef]:
    async def read(request: web.Request) -> web.Response:
        stage.mailboxes.mark_read(_found(stage, request).number)
        return web.json_response({})

    async def reply(request: web.Request) -> web.Response:
        answered, asked = _found(stage, request), await request.json()
        if answered.outgoing:
            raise LookupError("Nobody answers their own letter.")
        answer = _answer(asked)
        pays = [str(piece) for piece in asked.get("pays", [])]
        sent = await asyncio.to_thread(stage.reply, answered, answer, pays=pays)
        return web.json_response({"number": sent.number})

    return [
        web.post(f"{_LETTER}/read", read),
        web.post(f"{_LETTER}/reply", reply),
    ]


def _found(stage: Stage, request: web.Request) -> Letter:
    letter = stage.mailboxes.letter(int(request.match_info["number"]))
    if letter is None:
        raise LookupError("There is no such letter.")
    return letter


def _overview(stage: Stage) -> list[dict[str, Any]]:
    """Return the mailboxes that hold mail, the latest arrival first."""
    team = {stage.mailboxes.team.address, stage.mailboxes.team.archive}
    last: dict[str, Letter] = {}
    for one in stage.mailboxes.letters():
        if one.mailbox not in team:
            last[one.mailbox] = one
    latest = sorted(last.values(), key=lambda one: one.number, reverse=True)
    return [_box(stage, one) for one in latest]


def _box(stage: Stage, last: Letter) -> dict[str, Any]:
    customer = stage.customer_at(last.mailbox)
    return {
        "address": last.mailbox,
        "account": customer.firm.code if customer else "",
        "name": stage.mailboxes.writer(last.mailbox).name,
        "unread": stage.mailboxes.unread(last.mailbox),
        "subject": last.subject,
    }


def _line(stage: Stage, letter: Letter) -> dict[str, Any]:
    return {
        "number": letter.number,
        "subject": letter.subject,
        "outgoing": letter.outgoing,
        "read": stage.mailboxes.is_read(letter.number),
        "time": f"{letter.received_at:%d/%m %H:%M}",
    }


def _whole(stage: Stage, letter: Letter) -> dict[str, Any]:
    return _line(stage, letter) | {
        "headers": letter.headers,
        "text": letter.text,
        "html": bool(letter.html),
        "attachments": [
            {"filename": one.filename, "size": _size(len(one.content))}
            for one in letter.attachments
        ],
        "examples": [_example(one) for one in stage.examples(letter)],
    }


def _example(example: Example) -> dict[str, Any]:
    return {
        "kind": example.kind,
        "text": example.text,
        "automatic": example.automatic,
        "pays": list(example.pays),
        "attachments": [
            {
                "filename": one.filename,
                "content_type": one.content_type,
                "base64": base64.b64encode(one.content).decode("ascii"),
            }
            for one in example.attachments
        ],
    }


def _answer(asked: dict[str, Any]) -> Answer:
    files = tuple(
        Attachment(
            filename=str(one["filename"]),
            content_type=str(one["content_type"]),
            content=base64.b64decode(str(one["base64"]), validate=True),
        )
        for one in asked.get("attachments", [])
    )
    text = str(asked.get("text", "")).replace("\r\n", "\n")
    return Answer(text, attachments=files, automatic=bool(asked.get("automatic")))


def _size(count: int) -> str:
    return f"{count} B" if count < _UNITS else f"{count // _UNITS} kB"
