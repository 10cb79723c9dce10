"""What is printed can be read by a terminal, a pipe and a machine."""

from __future__ import annotations

import json

from collector_bot.cli.paper import (
    bar,
    cell,
    complain,
    figures,
    say,
    say_wrapped,
    table,
    tell,
    words,
)

HOSTILE = "a\x1b[2J\x9b\u202eb\u2066\ud800"


def test_json_keeps_accents_and_escapes_what_moves_a_cursor(capsys):
    tell({"name": f"Société {HOSTILE}", "space": "1\u202f234"})
    line = capsys.readouterr().out
    assert "Société" in line
    assert line.count("\n") == 1
    assert line.rstrip("\n").isprintable()
    assert json.loads(line) == {"name": f"Société {HOSTILE}", "space": "1\u202f234"}


def test_lines_lose_control_signs_and_keep_french_spaces(capsys):
    say("1\u202f234,56\u00a0€\x1b[2J\u202e")
    complain("oh\x07")
    heard = capsys.readouterr()
    assert heard.out == "1\u202f234,56\u00a0€[2J\n"
    assert heard.err == "oh\n"


def test_cells_are_one_line_without_hidden_signs():
    assert cell("a\nb\x1b[31m\u202ec") == "a b[31mc"


def test_markup_in_cells_is_only_text(capsys):
    table([words("Name")], [("[red]Acme[/red] :warning:",)])
    assert "[red]Acme[/red] :warning:" in capsys.readouterr().out


def test_words_wrap_and_amounts_never_break(capsys):
    amount = "123\u202f456\u202f789,00\u00a0€"
    rows = [("Établissements " * 9, *[amount] * 3)]
    table([words("Nom"), *(figures(str(n)) for n in range(3))], rows)
    out = capsys.readouterr().out
    assert out.count(amount) == 3
    assert max(map(len, out.splitlines())) <= 80
    table([words("Nom"), *(figures(str(n)) for n in range(7))], [("A", *[amount] * 7)])
    assert capsys.readouterr().out.count(amount) == 7


def test_an_amount_within_words_is_never_broken(capsys):
    amount = "7\u202f043,00\u00a0€"
    for length in range(20, 40):
        table([words("Lettre"), *(figures("9" * 20) for _ in "ab")],
              [(f"{'x' * length} {amount}", "1", "2")])  # fmt: skip
        assert amount in capsys.readouterr().out


def test_columns_draw_closer_before_a_table_grows_too_wide(capsys):
    amounts = [figures("9" * 10) for _ in range(6)]
    table([words("Nom"), *amounts], [("Carrières du Granit", *["1"] * 6)])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_a_table_counts_rows_it_does_not_show(capsys):
    assert table([words("Nom")], ((str(n),) for n in range(2003))) == 2003
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].strip() == "1999"


def test_long_sentences_keep_to_80_columns(capsys):
    say_wrapped("mot " * 100)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 80


def test_nobody_at_a_terminal_sees_no_bar(capsys):
    with bar(100) as progress:
        assert progress is None
    assert capsys.readouterr().err == ""
