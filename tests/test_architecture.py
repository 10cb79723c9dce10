"""The house keeps its own rules: doors, sizes, one commit, no float of money."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRODUCT = ROOT / "collector_bot"
MIGRATIONS = PRODUCT / "store" / "migrations"
TOP_LEVEL = {
    ".ci", ".gitignore", "LICENSE", "Makefile", "README.md", "bench", "collector_bot",
    "config.example.toml", "deploy", "docs", "pyproject.toml", "requirements", "templates",
    "tests",
}  # fmt: skip
NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "types", "services",
            "service", "managers", "manager", "misc"}  # fmt: skip
# The pure libraries of the field, one by one; everything else is the standard library.
CORE_LIBRARIES = {"holidays", "lxml", "rapidfuzz"}
FILE_LINES, FUNCTION_LINES, POSITIONAL = 400, 70, 3
TEST_FILE_LINES = 700  # tables of cases
# Called by a library that passes everything by place.
CALLED_BY_PLACE = re.compile(r"on_\w+|handle_[A-Z]+|__\w+__")
# Shares, seconds and Slack's timestamps: none of them is money.
FLOATS_OF_THE_CORE = {"core/reading/contract.py"}


def sources(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))


def test_the_doors_between_the_rooms_are_kept():
    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stdout


def test_only_the_database_commits():
    found = [
        f"{shown(path)}:{call.lineno}"
        for path in sources(PRODUCT)
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "commit"
    ]

    assert {where.partition(":")[0] for where in found} == {
        "collector_bot/store/database.py"
    }, found
    assert len(found) == 1


def test_no_statement_of_sql_commits_by_itself():
    by_hand = re.compile(r"\b(?:COMMIT|ROLLBACK|autocommit)\b")
    found = [
        f"{shown(path)}:{node.lineno}"
        for path in sources(PRODUCT)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and by_hand.search(node.value)
    ]

    assert found == []


def test_no_room_outgrows_its_size():
    too_long = []
    for path in sources(PRODUCT, ROOT / "bench", ROOT / "tests"):
        if MIGRATIONS in path.parents:
            continue
        limit = TEST_FILE_LINES if ROOT / "tests" in path.parents else FILE_LINES
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > limit:
            too_long.append(f"{shown(path)}: {lines} lines")

    assert too_long == []


def test_no_function_outgrows_its_size():
    too_long = [
        f"{shown(path)}:{one.lineno} {one.name}: {one.end_lineno - one.lineno + 1} lines"
        for path in sources(PRODUCT, ROOT / "bench", ROOT / "tests")
        if MIGRATIONS not in path.parents
        for one in functions(path)
        if one.end_lineno - one.lineno + 1 > FUNCTION_LINES
    ]

    assert too_long == []


def test_no_call_has_more_than_three_values_by_place():
    too_many = []
    for path in sources(PRODUCT):
        for one in functions(path):
            named = [a.arg for a in (*one.args.posonlyargs, *one.args.args)]
            own = named[1:] if named[:1] in (["self"], ["cls"]) else named
            if len(own) > POSITIONAL and not CALLED_BY_PLACE.fullmatch(one.name):
                too_many.append(
                    f"{shown(path)}:{one.lineno} {one.name}({', '.join(own)})"
                )

    assert too_many == []


def test_every_module_has_a_name_and_says_what_it_is():
    nameless, silent = [], []
    for path in sources(PRODUCT, ROOT / "bench", ROOT / "tests"):
        if path.stem in NAMELESS or path.parent.name in NAMELESS:
            nameless.append(shown(path))
        if not ast.get_docstring(parsed(path)):
            silent.append(shown(path))

    assert nameless == []
    assert silent == []


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
    suffixes = {".py", ".toml", ".md", ".j2", ".html", ".txt", ".js", ".css", ".sh"}
    found = [
        f"{shown(path)}: {later.search(line).group()}"
        for top in ("collector_bot", "tests", "bench", "templates")
        for path in sorted((ROOT / top).rglob("*"))
        if path.suffix in suffixes and path.name != "test_readme.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if later.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("words", "but_in"),
    [
        (r"mock\.patch|unittest\.mock|from unittest import mock|MagicMock", ()),
        (r"time\.sleep\(", ()),
        (r"pytest\.skip\(|mark\.skip|mark\.xfail|importorskip", ("tests/missing.py",)),
        (r"date\.today\(|datetime\.now\(|datetime\.utcnow\(|time\.time\(", ()),
    ],
)
def test_tests_neither_patch_nor_sleep_nor_skip_nor_read_the_clock(words, but_in):
    found = [
        f"{shown(path)}: {line.strip()}"
        for path in sources(ROOT / "tests")
        if shown(path) not in but_in and path != Path(__file__)
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(words, line)
    ]

    assert found == []


def test_money_is_never_a_float():
    """No float in what carries money: neither made, nor written, nor divided into."""
    found = []
    for path in sources(PRODUCT / "core", PRODUCT / "store", PRODUCT / "files"):
        where = path.relative_to(PRODUCT).as_posix()
        for call in calls(path):
            made = isinstance(call.func, ast.Name) and call.func.id == "float"
            if made and where not in FLOATS_OF_THE_CORE:
                found.append(f"{shown(path)}:{call.lineno} float()")
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.AnnAssign) and _is_float_of_money(node):
                found.append(f"{shown(path)}:{node.lineno} float of money")
            divided = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
            if divided and "minor" in ast.unparse(node.left):
                found.append(f"{shown(path)}:{node.lineno} {ast.unparse(node)}")

    assert found == []


def _is_float_of_money(node: ast.AnnAssign) -> bool:
    name, kind = ast.unparse(node.target), ast.unparse(node.annotation)
    return (
        "float" in kind and re.search(r"amount|minor|balance|open_", name) is not None
    )


def test_no_column_of_the_ledger_is_a_float():
    from sqlalchemy import Float, Numeric
    from sqlmodel import SQLModel

    import collector_bot.store.tables  # noqa: F401  (tells the metadata the tables)

    columns = [
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Float | Numeric)
    ]

    assert columns == []


def test_the_core_uses_the_pure_libraries_of_the_field_alone():
    own = {"collector_bot", *sys.stdlib_module_names}
    used = set()
    for path in sources(PRODUCT / "core"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                used.add(str(node.module).partition(".")[0])

    assert used - own <= CORE_LIBRARIES


def test_nothing_stands_at_the_top_that_was_not_put_there():
    git = shutil.which("git")
    told = subprocess.run(
        [git or "false", "ls-files", "--cached"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    listed = told.stdout.splitlines() if told.returncode == 0 else []
    top = {line.partition("/")[0] for line in listed}

    assert top <= TOP_LEVEL, sorted(top - TOP_LEVEL)


def test_the_requirements_name_no_registry():
    for path in sorted((ROOT / "requirements").iterdir()):
        assert "://" not in path.read_text(encoding="utf-8"), path.name
