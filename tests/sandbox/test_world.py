"""A sandbox from first to last, with a stand-in for the product."""

import json
import os
import signal
import socket
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest

from collector_bot.sandbox.demo import run_demo
from collector_bot.sandbox.product import ProductError
from collector_bot.sandbox.world import HomeTakenError, PortTakenError, World
from tests.servers.ports import wait_until

STUB = [sys.executable, str(Path(__file__).with_name("stub_product.py"))]
DEMO = (
    "import sys; from pathlib import Path; from collector_bot.sandbox import product, demo;"
    f"product.Product.__init__.__defaults__ = ({STUB!r},"
    " *product.Product.__init__.__defaults__[1:]);"
    "raise SystemExit(demo.run_demo(port=0, home=Path(sys.argv[1]), story=False, language='fr'))"
)


def verbs(home: Path) -> list[list[str]]:
    lines = (home / "verbs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)[:2] for line in lines]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_product_is_prepared_fed_and_served_in_order(tmp_path):
    told: list[str] = []
    with World(tmp_path, command=STUB) as world:
        world.begin(told.append)
        assert world.stage.product.is_running
        assert verbs(tmp_path) == [
            ["upgrade"],
            ["import", "customers"],
            ["import", "entries"],
            ["serve"],
        ]
        product = world.stage.product
    assert told == ["upgrade", "customers", "entries", "serve"]
    assert not product.is_running


def test_the_product_can_be_restarted_and_a_stopped_one_is_noticed(tmp_path):
    with World(tmp_path, command=STUB) as world:
        world.begin()
        product = world.stage.product
        product.restart()
        assert product.is_running
        product.stop()
        assert not product.is_running


def test_configuration_names_loopback_everywhere_and_holds_no_secret(tmp_path):
    with World(tmp_path, command=STUB, language="en") as world:
        text = (tmp_path / "collector.toml").read_text(encoding="utf-8")
        config = tomllib.loads(text)
        assert config["mailbox"]["port"] == world.stage.mailboxes.imap_port
        assert config["smtp"]["port"] == world.stage.mailboxes.smtp_port
        assert config["slack"]["api_url"] == f"{world.url}/api/"
    assert config["company"]["language"] == "en"
    hosts = [config[name]["host"] for name in ("mailbox", "smtp", "server")]
    assert hosts == ["127.0.0.1"] * 3
    assert config["smtp"]["auth"] == "none"
    assert "xoxb" not in text
    assert "rehearsal" not in text


def test_two_sandboxes_never_share_a_folder(tmp_path):
    with World(tmp_path, command=STUB), pytest.raises(HomeTakenError):
        World(tmp_path, command=STUB).open()
    with World(tmp_path, command=STUB) as again:
        assert again.stage.home == tmp_path


def test_a_taken_port_is_refused_and_nothing_stays_open(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError):
            World(tmp_path, port=port, command=STUB).open()
    with World(tmp_path, port=port, command=STUB) as world:
        assert world.url == f"http://127.0.0.1:{port}"


def test_a_folder_is_gone_on_with_on_the_same_books(tmp_path):
    with World(tmp_path, command=STUB) as world:
        world.stage.advance(7)
        books, today = world.stage.company, world.stage.clock.today()
    with World(tmp_path, command=STUB) as world:
        assert world.stage.company == books
        assert world.stage.clock.today() == today


def test_what_the_product_refuses_is_said_with_its_own_words(tmp_path):
    home = tmp_path / "refused"
    with World(home, command=STUB) as world, pytest.raises(ProductError) as error:
        world.begin()
    assert str(error.value).endswith(
        "ended with code 2: entries.csv:2, column debit: 'x' is no amount."
    )


def test_a_product_that_ends_at_once_is_said_so(tmp_path):
    script = "import sys; print('no'); sys.exit('serve' in sys.argv)"
    world = World(tmp_path, command=[sys.executable, "-c", script])
    with world, pytest.raises(ProductError, match="'serve' ended at once:\nno"):
        world.begin()


@pytest.mark.parametrize("story", [True, False])
def test_the_demonstration_says_in_one_sentence_that_the_port_is_taken(
    tmp_path, capsys, story
):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code = run_demo(port=port, home=tmp_path, story=story, language="fr")
    assert code == 1
    assert capsys.readouterr().err == (
        f"Le port {port} est déjà pris ; choisissez-en un autre avec --port.\n"
    )


def test_the_demonstration_started_twice_says_so(tmp_path, capsys):
    with World(tmp_path, command=STUB):
        code = run_demo(port=0, home=tmp_path, story=False, language="en")
    assert code == 1
    assert capsys.readouterr().err == f"Another sandbox already works in {tmp_path}.\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_demonstration_leaves_nothing_running(tmp_path, number):
    with subprocess.Popen(
        [sys.executable, "-c", DEMO, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as demo:
        line = next(
            line for line in demo.stdout if line.startswith("Ouvrez http://127.0.0.1:")
        )
        served = int((tmp_path / "serve.pid").read_text())
        assert is_alive(served)
        demo.send_signal(number)
        rest = demo.stdout.read()
        assert demo.wait(30) == 0
    assert line.endswith("dans un navigateur. Ctrl-C pour arrêter.\n")
    assert rest == "Tout est arrêté.\n"
    assert not is_alive(served)


def test_a_product_that_dies_is_said_in_the_terminal_and_ends_the_demonstration(
    tmp_path,
):
    with subprocess.Popen(
        [sys.executable, "-c", DEMO, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as demo:
        next(line for line in demo.stdout if line.startswith("Ouvrez "))
        os.kill(int((tmp_path / "serve.pid").read_text()), signal.SIGKILL)
        said = demo.stderr.read()
        assert demo.wait(30) == 1
    assert said.splitlines()[0] == (
        "Collector s’est arrêté tout seul (code -9) ; ses derniers mots :"
    )


def test_a_product_that_dies_is_told_to_the_page(tmp_path):
    with World(tmp_path, command=STUB) as world:
        world.begin()

        def state():
            url = f"{world.url}/sandbox/state"
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own page
                told = json.load(answer)
            return told["serving"], told["ended"]

        assert state() == (True, None)
        os.kill(int((tmp_path / "serve.pid").read_text()), signal.SIGKILL)
        wait_until(lambda: state() == (False, -9), lambda: f"{state()}")
        world.stage.product.stop()
        assert state() == (False, None)
