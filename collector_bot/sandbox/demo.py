"""The demonstration: one address to open, or one story to read."""

from __future__ import annotations

import contextlib
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType

from collector_bot.sandbox.narrator import Narrator
from collector_bot.sandbox.product import ProductError
from collector_bot.sandbox.story import Story
from collector_bot.sandbox.watcher import Watcher
from collector_bot.sandbox.world import HomeTakenError, PortTakenError, World

DEFAULT_PORT = 8787
OK, FAILED, INTERRUPTED = 0, 1, 130
_LOOK_SECONDS = 0.25
_PAGE_SECONDS = 1.0  # an open page asks what changed before its server goes

_SENTENCES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "upgrade": "Préparation de la base…",
        "customers": "Import des clients…",
        "entries": "Import des écritures…",
        "serve": "Démarrage de Collector…",
        "open": "Ouvrez {url} dans un navigateur. Ctrl-C pour arrêter.",
        "port": "Le port {port} est déjà pris ; choisissez-en un autre avec --port.",
        "home": "Un autre bac à sable travaille déjà dans {home}.",
        "product": "Collector n’a pas démarré. {reason}",
        "ended": "Collector s’est arrêté tout seul (code {code}) ; ses derniers mots :",
        "stopped": "Tout est arrêté.",
    },
    "en": {
        "upgrade": "Preparing the database…",
        "customers": "Importing the customers…",
        "entries": "Importing the entries…",
        "serve": "Starting Collector…",
        "open": "Open {url} in a browser. Ctrl-C to stop.",
        "port": "Port {port} is already taken; choose another one with --port.",
        "home": "Another sandbox already works in {home}.",
        "product": "Collector did not start. {reason}",
        "ended": "Collector ended by itself (code {code}); its last words:",
        "stopped": "Everything is stopped.",
    },
}


def run_demo(*, port: int | None, home: Path | None, story: bool, language: str) -> int:
    """Run the sandbox until it is interrupted, or through its story.

    Args:
        port: of the page; None for 8787, or a free one where that is taken.
        home: folder that is kept and gone on with; None for a temporary one.
        story: tell the story and end, instead of waiting for a browser.
        language: of everything printed and of the cards: "fr" or "en".

    Returns:
        The exit code: 0; 1 with a sentence on standard error when it could not
        start, ended by itself, or a step of the story did not happen; 130 for an
        interrupted story.
    """
    if language not in _SENTENCES:
        language = "fr"
    with _folder(home) as folder, _interruptible():
        try:
            return _run(folder, port=port, story=story, language=language)
        except PortTakenError as error:
            _complain(language, "port", port=str(error))
        except HomeTakenError as error:
            _complain(language, "home", home=str(error))
        except ProductError as error:
            _complain(language, "product", reason=str(error))
        except KeyboardInterrupt:
            _say(_SENTENCES[language]["stopped"])
            return INTERRUPTED if story else OK
    return FAILED


def _run(folder: Path, *, port: int | None, story: bool, language: str) -> int:
    with _opened(folder, port=port, story=story, language=language) as world:
        sentences = _SENTENCES[language]
        world.begin(lambda stop: _say(sentences[stop]))
        if story:
            narrator = Narrator(_say, language=language, clock=world.stage.clock)
            return OK if Story(Watcher(world), narrator).run() else FAILED
        _say(sentences["open"].format(url=world.url))
        return _until_it_ends(world, language=language)


def _until_it_ends(world: World, *, language: str) -> int:
    """Wait until somebody interrupts; say so, here and on the page, if `serve` ends."""
    pause, product = threading.Event(), world.stage.product
    if product is None:
        raise ValueError("The sandbox is not open.")
    while product.ended is None:
        pause.wait(_LOOK_SECONDS)
    _complain(language, "ended", code=str(product.ended))
    sys.stderr.write(product.last_lines() + "\n")
    world.stage.changed()
    pause.wait(_PAGE_SECONDS)
    return FAILED


@contextlib.contextmanager
def _opened(
    folder: Path, *, port: int | None, story: bool, language: str
) -> Iterator[World]:
    """Open a world on the port asked for; on a free one when nobody asked."""
    wanted = port if port is not None else (0 if story else DEFAULT_PORT)
    world = World(folder, port=wanted, language=language)
    try:
        world.open()
    except PortTakenError:
        if port is not None:
            raise
        world = World(folder, language=language)
        world.open()
    try:
        yield world
    finally:
        with _deaf():
            world.close()


@contextlib.contextmanager
def _folder(home: Path | None) -> Iterator[Path]:
    if home is not None:
        yield home.resolve()
        return
    folder = Path(tempfile.mkdtemp(prefix="collector-sandbox-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end the sandbox as Ctrl-C does, in the background too."""

    def interrupt(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before: dict[signal.Signals, Callable[..., object] | int | None] = {}
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            before[number] = signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Let nobody interrupt what stops everything; it takes twelve seconds at most."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _complain(language: str, sentence: str, **facts: str) -> None:
    sys.stderr.write(_SENTENCES[language][sentence].format(**facts) + "\n")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
