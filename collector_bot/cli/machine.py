"""`upgrade`, `check`, `serve`, `manifest`, `demo`: the machine itself.

`check --json` prints one object a part, in the order they were tried:

    {"name", "ok", "configured": false when its section is missing, "sentence",
     "mend": what to do, or null,
     "head": {"count", "hash"} of the journal, told by "database" alone, or null}

`manifest` always prints JSON: one manifest, as Slack takes it to create the app.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from collector_bot.cli import DONE, REFUSED
from collector_bot.cli.call import Call
from collector_bot.cli.paper import complain, say, tell

if TYPE_CHECKING:
    from collector_bot.store.journal import Head

_DEMO_NEEDS = ("aiohttp", "aiosmtpd", "pymap")


def upgrade(call: Call) -> int:
    """Bring the database to this version's schema."""
    from collector_bot.wiring.desk import open_database

    database = open_database(call.config(), check=False)
    try:
        version = database.upgrade()
    finally:
        database.close()
    say(call.say(
        f"The database is at version {version}.",
        f"La base est à la version {version}.",
    ))  # fmt: skip
    return DONE


def check(call: Call) -> int:
    """Try every part; 1 when one does not work."""
    from collector_bot.config import find_config
    from collector_bot.wiring import check as checked

    code = DONE
    path, noted = find_config(call.given.config), _noted(call.given.head)
    for line in checked(path, call.language, noted=noted):
        if not line.ok:
            code = REFUSED
        if call.given.json:
            tell({
                "name": line.name,
                "ok": line.ok,
                "configured": line.configured,
                "sentence": line.sentence,
                "mend": line.mend or None,
                "head": asdict(line.head) if line.head else None,
            })  # fmt: skip
            continue
        failed = "ÉCHEC" if line.language == "fr" else "FAILED"
        wrong = failed if line.configured else "absent"
        say(f"{'ok' if line.ok else wrong:<7} {line.name:<10} {line.sentence}")
        if not line.ok and line.mend:
            say(f"{'':<18} → {line.mend}")
    return code


def _noted(head: tuple[int, str] | None) -> Head | None:
    from collector_bot.store.journal import Head

    return Head(*head) if head else None


def serve(call: Call) -> int:
    """Serve until asked to stop."""
    from collector_bot.wiring import serve as serve_until_stopped

    return serve_until_stopped(call.config())


def manifest(call: Call) -> int:
    """Print the manifest of the Slack app; --request-url means HTTP mode."""
    from collector_bot.config import find_config
    from collector_bot.slack.manifest import manifest as manifest_of

    mode, url = "", call.given.request_url
    if find_config(call.given.config) is not None:
        section = call.config().slack
        mode = section.mode if section else ""
    made = manifest_of(mode, request_url=url)
    say(json.dumps(made, ensure_ascii=False))
    if url and mode == "socket":
        complain(call.say(
            "slack.mode is “socket”: make it “http” before serving.",
            "slack.mode vaut « socket » : passez à « http » avant de servir.",
        ))  # fmt: skip
    return DONE


def demo(call: Call) -> int:
    """Run the sandbox, or tell its story."""
    try:
        from collector_bot.sandbox.demo import run_demo
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _DEMO_NEEDS:
            raise
        complain(call.say(
            f"The demo needs {missing.name}, which is not installed: "
            "pip install 'collector-bot[demo]'.",
            f"La démonstration demande {missing.name}, qui n’est pas installé : "
            "pip install 'collector-bot[demo]'.",
        ))  # fmt: skip
        return REFUSED
    given = call.given
    return run_demo(
        port=given.port,
        home=Path(given.home) if given.home else None,
        story=given.story,
        language=given.language,
    )
