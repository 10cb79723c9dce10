"""The validator refuses what Slack refuses, and names the place as Slack does."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_bot.sandbox.slack_blocks import Surface, check_blocks
from collector_bot.sandbox.slack_view_rules import check_view

PLAIN = {"type": "plain_text", "text": "Approve"}


def section(text="ok", **more):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(**more):
    return {"type": "button", "text": PLAIN, "action_id": "suggestion.approve", **more}


def actions(*elements, **more):
    return {"type": "actions", "elements": list(elements), **more}


def option(text="One", value="1"):
    return {"text": {"type": "plain_text", "text": text}, "value": value}


def select(options, **more):
    return {"type": "static_select", "action_id": "s", "options": options, **more}


def table(rows, **more):
    return {"type": "table", "rows": rows, **more}


def cell(text="1"):
    return {"type": "raw_text", "text": text}


CARD = [
    {"type": "header", "text": {"type": "plain_text", "text": "Lettrage proposé"}},
    section("*Acme*", block_id="who", accessory=button(value="7")),
    {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Reçu*\n120,00 €"}]},
    {"type": "divider"},
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "seen 14:02"}]},
    table([[cell("Invoice"), cell("Open")], [cell("INV-7"), cell("120,00")]]),
    actions(
        button(
            value="1",
            style="primary",
            confirm={
                "title": PLAIN,
                "text": {"type": "mrkdwn", "text": "Really?"},
                "confirm": PLAIN,
                "deny": PLAIN,
            },
        ),
        button(action_id="suggestion.reject", style="danger"),
        select([option()], placeholder=PLAIN),
        {"type": "overflow", "action_id": "more", "options": [option()]},
        {"type": "datepicker", "action_id": "d", "initial_date": "2026-03-01"},
    ),
]


def test_a_whole_card_is_taken():
    assert check_blocks(CARD) == []


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        (
            [section()] * 51,
            "no more than 50 items allowed [json-pointer:/blocks]",
        ),
        (
            [section("x" * 3001)],
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            [section("")],
            "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            [{"type": "section", "fields": [PLAIN] * 11}],
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
        ),
        (
            [{"type": "section", "fields": [PLAIN | {"text": "x" * 2001}]}],
            "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
        ),
        (
            [{"type": "section"}],
            "missing required field: text [json-pointer:/blocks/0]",
        ),
        (
            [{"type": "header", "text": PLAIN | {"text": "x" * 151}}],
            "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
            "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
        ),
        (
            [actions(*[button(action_id=f"a{n}") for n in range(26)])],
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            [{"type": "context", "elements": [PLAIN] * 11}],
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            [actions(button(text=PLAIN | {"text": "x" * 76}))],
            "must be less than 76 characters"
            " [json-pointer:/blocks/0/elements/0/text/text]",
        ),
        (
            [actions(button(value="x" * 2001))],
            "must be less than 2001 characters"
            " [json-pointer:/blocks/0/elements/0/value]",
        ),
        (
            [actions(button(action_id="x" * 256))],
            "must be less than 256 characters"
            " [json-pointer:/blocks/0/elements/0/action_id]",
        ),
        (
            [section(block_id="x" * 256)],
            "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
        ),
        (
            [actions(button(), button())],
            "action_id suggestion.approve is used by another element"
            " [json-pointer:/blocks/0/elements/1/action_id]",
        ),
        (
            [section(block_id="b"), section(block_id="b")],
            "block_id b is used by another block [json-pointer:/blocks/1/block_id]",
        ),
        (
            [actions(button(disabled=True))],
            "invalid additional property: disabled [json-pointer:/blocks/0/elements/0]",
        ),
        (
            [actions(button(style="warning"))],
            "value must be one of: primary, danger"
            " [json-pointer:/blocks/0/elements/0/style]",
        ),
        (
            [actions(select([option(value=str(n)) for n in range(101)]))],
            "no more than 100 items allowed"
            " [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            [actions(select([option("x" * 76)]))],
            "must be less than 76 characters"
            " [json-pointer:/blocks/0/elements/0/options/0/text/text]",
        ),
        (
            [actions(select([option(value="x" * 151)]))],
            "must be less than 151 characters"
            " [json-pointer:/blocks/0/elements/0/options/0/value]",
        ),
        (
            [actions(select([option()], initial_option=option("Two", "2")))],
            "must match one of the provided options"
            " [json-pointer:/blocks/0/elements/0/initial_option]",
        ),
        (
            [actions(button(confirm={"title": PLAIN, "text": PLAIN, "deny": PLAIN}))],
            "missing required field: confirm"
            " [json-pointer:/blocks/0/elements/0/confirm]",
        ),
        (
            [table([[cell()]] * 101)],
            "no more than 100 items allowed [json-pointer:/blocks/0/rows]",
        ),
        (
            [table([[cell()] * 21])],
            "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]",
        ),
        (
            [table([[cell("")]])],
            "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]",
        ),
        (
            [table([[cell("x" * 5001)], [cell("x" * 5000)]])],
            "must be less than 10001 characters in all cells"
            " [json-pointer:/blocks/0/rows]",
        ),
        (
            [{"type": "data_table", "rows": []}],
            "unsupported type: data_table [json-pointer:/blocks/0/type]",
        ),
        ("text", "must provide an array [json-pointer:/blocks]"),
        ([None], "must provide an object [json-pointer:/blocks/0]"),
        ([{}], "missing required field: type [json-pointer:/blocks/0]"),
        (
            [section(accessory=select("no list"))],
            "must provide an array [json-pointer:/blocks/0/accessory/options]",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(blocks, complaint):
    assert check_blocks(blocks) == [complaint]


def test_the_same_action_id_in_two_blocks_is_taken():
    assert check_blocks([actions(button()), actions(button())]) == []


def test_a_table_is_for_messages_only():
    blocks = [table([[cell()]])]
    assert check_blocks(blocks, surface=Surface.MESSAGE) == []
    assert check_blocks(blocks, surface=Surface.HOME) == [
        "unsupported type: table [json-pointer:/blocks/0/type]"
    ]


def test_a_home_tab_takes_a_hundred_blocks():
    assert check_blocks([section()] * 100, surface=Surface.HOME) == []
    assert check_blocks([section()] * 101, surface=Surface.HOME) == [
        "no more than 100 items allowed [json-pointer:/blocks]"
    ]


def modal(*blocks, **more):
    view = {"type": "modal", "title": PLAIN, "submit": PLAIN, "blocks": list(blocks)}
    return view | more


FIELD = {
    "type": "input",
    "block_id": "note",
    "label": PLAIN,
    "element": {"type": "plain_text_input", "action_id": "note"},
}


def test_a_modal_with_a_field_is_taken():
    assert check_view(modal(FIELD)) == []


@pytest.mark.parametrize(
    ("view", "complaint"),
    [
        (
            modal(title=PLAIN | {"text": "x" * 25}),
            "must be less than 25 characters [json-pointer:/view/title/text]",
        ),
        (
            modal(private_metadata="x" * 3001),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        (
            modal(callback_id="x" * 256),
            "must be less than 256 characters [json-pointer:/view/callback_id]",
        ),
        (
            modal(*[section()] * 101),
            "no more than 100 items allowed [json-pointer:/view/blocks]",
        ),
        (
            modal(FIELD, submit=None),
            "missing required field: submit [json-pointer:/view]",
        ),
        (
            {"type": "home", "blocks": [], "title": PLAIN},
            "invalid additional property: title [json-pointer:/view]",
        ),
        ({"type": "sheet"}, "unsupported type: sheet [json-pointer:/view/type]"),
        (
            modal(section("x" * 3001)),
            "must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]",
        ),
    ],
)
def test_what_is_wrong_with_a_view_is_named(view, complaint):
    assert check_view(view) == [complaint]


def places(piece, path=()):
    """Every place inside a piece of JSON."""
    yield path
    children = []
    if isinstance(piece, dict):
        children = list(piece.items())
    elif isinstance(piece, list):
        children = list(enumerate(piece))
    for name, inner in children:
        yield from places(inner, (*path, name))


def replaced(piece, path, value):
    """A copy of a piece of JSON with one place changed."""
    if not path:
        return value
    changed = copy.deepcopy(piece)
    inner = changed
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return changed


LEAVES = st.none() | st.booleans() | st.integers() | st.text()
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)


@given(path=st.sampled_from(list(places(CARD))), value=JSON)
def test_no_shape_of_blocks_is_too_odd_to_be_judged(path, value):
    blocks = replaced(CARD, path, value)
    assert all("[json-pointer:/blocks" in each for each in check_blocks(blocks))


@given(path=st.sampled_from(list(places(modal(FIELD)))), value=JSON)
def test_no_shape_of_view_is_too_odd_to_be_judged(path, value):
    view = replaced(modal(FIELD), path, value)
    assert all("[json-pointer:/view" in each for each in check_view(view))


def rich(*elements):
    return [{"type": "rich_text", "elements": list(elements)}]


def words(kind="rich_text_section", **more):
    return {"type": kind, "elements": [{"type": "text", "text": "120,00 €"}], **more}


def test_rich_text_of_every_kind_is_taken():
    inline = [
        {"type": "text", "text": "a", "style": {"bold": True}},
        {"type": "link", "url": "https://a.example", "text": "a"},
        {"type": "user", "user_id": "U0CLERK0000"},
        {"type": "emoji", "name": "warning"},
        {"type": "date", "timestamp": 1_796_022_000, "format": "{date}"},
        {"type": "broadcast", "range": "here"},
    ]
    blocks = rich(
        words(),
        {"type": "rich_text_section", "elements": inline},
        words("rich_text_quote", border=1),
        words("rich_text_preformatted", border=0),
        {"type": "rich_text_list", "style": "bullet", "elements": [words()]},
    )
    assert check_blocks(blocks) == []


@pytest.mark.parametrize(
    ("element", "complaint"),
    [
        ({"type": "rich_text_table"}, "unsupported type: rich_text_table [json-pointer:/blocks/0/elements/0/type]"),
        ({"type": "rich_text_preformatted"}, "missing required field: elements [json-pointer:/blocks/0/elements/0]"),
        ({"type": "rich_text_preformatted", "elements": [{"type": "text", "text": ""}]},
         "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]"),
        ({"type": "rich_text_preformatted", "elements": [{"type": "user", "user_id": "U0CLERK0000"}]},
         "unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]"),
        (words(border=True), "invalid additional property: border [json-pointer:/blocks/0/elements/0]"),
        ({"type": "rich_text_list", "style": "square", "elements": [words()]},
         "value must be one of: bullet, ordered [json-pointer:/blocks/0/elements/0/style]"),
    ],
)  # fmt: skip
def test_rich_text_slack_would_refuse_is_refused(element, complaint):
    assert check_blocks(rich(element)) == [complaint]
