"""Customers' and suppliers' lines of a FEC."""

import pytest

from collector_bot.core.errors import InputFileError, InputFileNote
from collector_bot.files.fec import read_fec
from collector_bot.files.journal import FecLine

NAMES = (
    "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum "
    "CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet "
    "ValidDate Montantdevise Idevise"
).split()
GOOD_NAME = "000123455FEC20261231.txt"
SALE = {
    "JournalCode": "VE",
    "JournalLib": "Ventes",
    "EcritureNum": "12",
    "EcritureDate": "20260115",
    "CompteNum": "411000",
    "CompteLib": "Clients",
    "CompAuxNum": "C1",
    "CompAuxLib": "Bois Clair",
    "PieceRef": "FA-1",
    "PieceDate": "20260114",
    "EcritureLib": "Facture Bois Clair",
    "Debit": "120,00",
    "Credit": "0,00",
    "ValidDate": "20260131",
}
REVENUE = SALE | {
    "CompteNum": "707000",
    "CompteLib": "Ventes",
    "CompAuxNum": "",
    "CompAuxLib": "",
    "Debit": "0,00",
    "Credit": "120,00",
}


def fec(*lines, names=NAMES, by="\t", end="\r\n"):
    rows = [names, *([line.get(name, "") for name in names] for line in lines)]
    return "".join(by.join(row) + end for row in rows)


def against(account, **other):
    """A balanced pair: a line of 411 and its counterpart."""
    line = SALE | other
    debit, credit = line["Debit"], line["Credit"]
    counterpart = {"CompteNum": account, "Debit": credit, "Credit": debit}
    return [line, line | {"CompAuxNum": "", "CompAuxLib": ""} | counterpart]


@pytest.fixture
def read(tmp_path):
    def read(text, encoding="iso8859-15", name=GOOD_NAME, **how):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        lines, said = [], []
        for item in read_fec(path, **how):
            (lines.extend if isinstance(item, list) else said.append)(item)
        return lines, said

    return read


def texts(said):
    return [str(item).removeprefix(GOOD_NAME) for item in said]


def test_an_invoice_of_a_customer(read):
    sale = SALE | {"EcritureLet": "AB", "DateLet": "20260220"}
    assert read(fec(sale, REVENUE)) == (
        [
            FecLine(
                account="C1",
                account_name="Bois Clair",
                side_of_account="customer",
                side="D",
                kind="invoice",
                piece="FA-1",
                dated_on="2026-01-14",
                amount_minor=12000,
                currency="EUR",
                label="Facture Bois Clair",
                lettering="AB",
                lettered_on="2026-02-20",
                journal="VE",
                entry_number="12",
                is_opening=False,
                line=2,
                posted_on="2026-01-15",
                is_exchange=False,
            )
        ],
        [],
    )


ACCENTED = SALE | {"EcritureLib": "Œuvre à 5 € – été", "CompAuxLib": "Léa"}


@pytest.mark.parametrize("by", ["\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_separators_line_ends_and_encodings(read, by, end, encoding):
    lines, said = read(fec(ACCENTED, REVENUE, by=by, end=end), encoding)
    assert [(line.label, line.account_name) for line in lines] == [
        ("Œuvre à 5 € – été", "Léa")
    ]
    assert said == []


def test_the_encoding_the_law_names(read):
    lines, said = read(fec(ACCENTED | {"EcritureLib": "Œuvre à 5 €"}, REVENUE))
    assert [line.label for line in lines] == ["Œuvre à 5 €"]
    assert said == []


def test_line_ends_may_be_mixed(read):
    text = fec(SALE, REVENUE).replace("\r\n", "\n", 1) + fec(SALE, REVENUE, end="\r")
    body = text.replace("\t".join(NAMES) + "\r", "")
    lines, said = read(body)
    assert [line.line for line in lines] == [2, 4]
    assert said == []


def test_padded_fields_are_trimmed(read):
    padded = [
        {name: f" {cell}   " for name, cell in line.items()} for line in (SALE, REVENUE)
    ]
    lines, said = read(fec(*padded))
    assert (lines, said) == read(fec(SALE, REVENUE))


def test_a_line_padded_beyond_the_sample_is_trimmed(read):
    padded = {name: f" {cell}   " for name, cell in SALE.items()}
    lines, said = read(fec(*[SALE, REVENUE] * 1_500, padded, REVENUE))
    assert len(lines) == 1_501
    assert lines[-1]._replace(line=2) == lines[0]
    assert said == []


def test_trailing_separators_cost_nothing(read):
    bare = fec(SALE, REVENUE)
    everywhere = bare.replace("\r\n", "\t\r\n")
    header, _, body = bare.partition("\r\n")
    on_lines = header + "\r\n" + body.replace("\r\n", "\t\r\n")
    assert read(everywhere) == read(on_lines) == read(bare)


def test_quotes_are_letters_unless_the_header_is_quoted(read):
    plain = SALE | {"EcritureLib": '"3 pouces'}
    assert read(fec(plain, REVENUE))[0][0].label == '"3 pouces'
    quoted = [
        {name: f'"{line.get(name, "")}"' for name in NAMES}
        for line in (dict(zip(NAMES, NAMES, strict=True)), SALE, REVENUE)
    ]
    text = "".join("|".join(line.values()) + "\r\n" for line in quoted)
    assert read(text) == read(fec(SALE, REVENUE))


def test_column_names_in_any_case_and_order_and_22_columns(read):
    names = [name.upper() for name in reversed(NAMES)]
    lines = [{k.upper(): v for k, v in line.items()} for line in (SALE, REVENUE)]
    assert read(fec(*lines, names=names)) == read(fec(SALE, REVENUE))
    cash_basis = [*NAMES, "DateRglt", "ModeRglt", "NatOp", "IdClient"]
    assert read(fec(SALE, REVENUE, names=cash_basis)) == read(fec(SALE, REVENUE))
    devise = [name.replace("Montantdevise", "MontantDevise") for name in NAMES]
    assert read(fec(SALE, REVENUE, names=devise)) == read(fec(SALE, REVENUE))


@pytest.mark.parametrize(
    ("debit", "credit"), [("D", "C"), ("d", "c"), ("+1", "-1"), ("1", "-1")]
)
def test_montant_and_sens_stand_in_for_debit_and_credit(read, debit, credit):
    names = ["Montant" if n == "Debit" else n for n in NAMES]
    names = ["Sens" if n == "Credit" else n for n in names]
    lines = [
        SALE | {"Montant": "120,00", "Sens": debit},
        REVENUE | {"Montant": "120,00", "Sens": credit},
    ]
    assert read(fec(*lines, names=names)) == read(fec(SALE, REVENUE))


def test_a_sens_that_is_none_is_a_fault(read):
    names = [*[n for n in NAMES if n not in {"Debit", "Credit"}], "Montant", "Sens"]
    lines = [SALE | {"Montant": "120,00", "Sens": "X"}]
    found, said = read(fec(*lines, names=names))
    assert found == []
    assert texts(said)[0] == ":2, column Sens: “X” is neither D nor C, +1 nor -1."


@pytest.mark.parametrize(
    ("account", "aux", "expected"),
    [
        ("411000", "C1", ("C1", "Bois Clair", "customer")),
        ("4110DURAND", "", ("4110DURAND", "Clients", "customer")),
        ("416000", "C1", ("C1", "Bois Clair", "customer")),
        ("401000", "C1", ("C1", "Bois Clair", "supplier")),
    ],
)
def test_whose_account_a_line_is_on(read, account, aux, expected):
    names = {} if aux else {"CompAuxLib": ""}
    sale = SALE | {"CompteNum": account, "CompAuxNum": aux} | names
    (line,), _ = read(fec(sale, REVENUE))
    assert (line.account, line.account_name, line.side_of_account) == expected


@pytest.mark.parametrize("account", ["413000", "418100", "419100", "409000", "512000"])
def test_other_accounts_are_left_alone(read, account):
    lines, said = read(fec(SALE | {"CompteNum": account}, REVENUE))
    assert lines == []
    assert texts(said) == [": no line is on an account 411, 416 or 401."]


CREDIT = {"Debit": "0,00", "Credit": "120,00"}


@pytest.mark.parametrize(
    ("counterparts", "line", "kind"),
    [
        (["707000", "445710"], {}, "invoice"),
        (["706000"], {}, "invoice"),
        (["445710"], {}, "invoice"),
        (["707000", "445710"], CREDIT, "credit_note"),
        (["512000"], CREDIT, "payment"),
        (["512000"], {}, "payment"),
        (["530000"], CREDIT, "payment"),
        (["512000", "658000"], CREDIT, "payment"),
        (["512000", "445710", "445740"], CREDIT, "payment"),
        (["512000", "445710"], {}, "payment"),
        (["707000", "512000"], CREDIT, "payment"),
        (["707000", "512000"], {}, "invoice"),
        (["419100"], CREDIT, "advance"),
        (["707000", "419100"], {}, "invoice"),
        (["654000"], CREDIT, "other"),
        (["413000"], CREDIT, "other"),
        ([], {}, "other"),
        (["607000", "445660"], CREDIT | {"CompteNum": "401000"}, "invoice"),
        (["213000", "445620"], CREDIT | {"CompteNum": "401000"}, "invoice"),
        (["607000", "445660"], {"CompteNum": "401000"}, "credit_note"),
        (["512000"], {"CompteNum": "401000"}, "payment"),
        (["512000", "627000"], {"CompteNum": "401000"}, "payment"),
        (["409100"], {"CompteNum": "401000"}, "advance"),
        (["658000"], {"CompteNum": "401000"}, "other"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_counterparts_tell_the_kind(read, counterparts, line, kind, first):
    tracked = [SALE | line]
    others = [
        REVENUE | {"CompteNum": account, "Debit": "1,00", "Credit": "0,00"}
        for account in counterparts
    ]
    # The journal entries around it say nothing of this one.
    before = [REVENUE | {"EcritureNum": "11", "CompteNum": "512000"}]
    after = [REVENUE | {"JournalCode": "BQ", "CompteNum": "707000"}]
    middle = tracked + others if first else others + tracked
    lines, _ = read(fec(*before, *middle, *after))
    assert [found.kind for found in lines] == [kind]


def test_lines_of_one_journal_entry_that_stand_apart_are_taken_as_two(read):
    apart = REVENUE | {"EcritureNum": "13", "CompteNum": "512000"}
    lines, _ = read(fec(SALE, apart, REVENUE))
    assert [line.kind for line in lines] == ["other"]


def test_a_very_long_journal_entry_is_given_out_in_parts(tmp_path):
    one = SALE | {"Debit": "1,00"}
    counterpart = REVENUE | {"Credit": "45000,00"}
    path = tmp_path / GOOD_NAME
    path.write_text(fec(counterpart, *[one] * 45_000))
    parts = list(read_fec(path))
    assert [len(part) for part in parts] == [20_000, 20_000, 5_000]
    assert {line.kind for part in parts for line in part} == {"invoice"}


@pytest.mark.parametrize(
    "opening",
    [
        {"JournalCode": "AN"},
        {"JournalCode": "ANO"},
        {"JournalCode": "ran"},
        {"JournalLib": "A nouveaux"},
        {"EcritureLib": "Report à nouveau 2025"},
        {"EcritureLib": "A-NOUVEAU FA-1"},
    ],
)
def test_opening_lines_are_recognised(read, opening):
    lines = [
        SALE | opening,
        SALE | opening | CREDIT | {"PieceRef": "RGT-1"},
        SALE | opening | CREDIT | {"PieceRef": "AVOIR 3"},
        REVENUE | opening | {"CompteNum": "512000", "Debit": "120,00", "Credit": ""},
    ]
    found, said = read(fec(*lines))
    assert [line.is_opening for line in found] == [True] * 3
    assert [line.kind for line in found] == ["invoice", "other", "credit_note"]
    assert said == []


def test_a_new_chair_opens_nothing(read):
    (line,), _ = read(fec(SALE | {"EcritureLib": "Nouveau fauteuil"}, REVENUE))
    assert not line.is_opening


@pytest.mark.parametrize(
    ("debit", "minor", "note"),
    [
        ("120,00", 12000, None),
        ("120", 12000, None),
        ("120,5", 12050, None),
        ("120,500", 12050, None),
        ("+120,00", 12000, None),
        ("1,2E2", 12000, None),
        ("120.00", 12000, "column Debit: an amount has a decimal point where the law"
         " asks for a comma"),
        ("1 120,00", 112000, "column Debit: an amount has thousands separators, which"
         " the law does not allow"),
        ("1.120,00", 112000, "column Debit: an amount has thousands separators, which"
         " the law does not allow"),
    ],
)  # fmt: skip
def test_amounts(read, debit, minor, note):
    other = [SALE, REVENUE] * 3
    odd = [SALE | {"Debit": debit}, REVENUE | {"Credit": f"{minor},00E-2"}]
    lines, said = read(fec(*other, *odd))
    assert [line.amount_minor for line in lines] == [12000] * 3 + [minor]
    assert texts(said) == ([f":8, {note}."] if note else [])
    assert all(isinstance(item, InputFileNote) for item in said)


@pytest.mark.parametrize("debit", ["-120,00", "120,00-"])
def test_a_negative_debit_is_a_credit_and_the_other_way_round(read, debit):
    turned = SALE | {"Debit": debit}
    lines, said = read(fec(turned, REVENUE | {"Credit": debit}))
    assert [(e.side, e.kind, e.amount_minor) for e in lines] == [
        ("C", "credit_note", 12000)
    ]
    assert said == []
    back = SALE | {"Debit": "", "Credit": debit}
    lines, _ = read(fec(back, REVENUE | {"Credit": "", "Debit": debit}))
    assert [(e.side, e.kind) for e in lines] == [("D", "invoice")]


def test_a_file_with_points_only_is_read_and_said_once(read):
    pointed = [
        line | {"Debit": line["Debit"].replace(",", "."),
                "Credit": line["Credit"].replace(",", ".")}
        for line in (SALE, REVENUE)
    ]  # fmt: skip
    lines, said = read(fec(*pointed * 3))
    assert [line.amount_minor for line in lines] == [12000] * 3
    assert texts(said) == [
        ": amounts have a decimal point where the law asks for a comma."
    ]


def test_both_and_neither_are_said_and_no_line_is_lost(read):
    both = SALE | {"Debit": "150,00", "Credit": "30,00"}
    neither = SALE | {"Debit": "0,00", "Credit": ""}
    lines, said = read(fec(SALE, REVENUE, both, neither, neither, REVENUE))
    assert [(line.side, line.amount_minor) for line in lines] == [("D", 12000)] * 2
    assert texts(said) == [
        ":4: debit and credit are both filled, their difference is taken.",
        ":5: neither debit nor credit has an amount (2 lines, this one first).",
    ]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("20260114", "2026-01-14"),
        ("14012026", "2026-01-14"),
        ("2026-01-14", "2026-01-14"),
        ("14/01/2026", "2026-01-14"),
        ("14.01.2026", "2026-01-14"),
        ("20260114 00:00:00", "2026-01-14"),
        ("2026-01-14T10:00:00", "2026-01-14"),
    ],
)
def test_dates(read, text, iso):
    dated = {"EcritureDate": text, "PieceDate": text}
    (line,), said = read(fec(SALE | dated, REVENUE | dated))
    assert (line.dated_on, line.posted_on) == (iso, iso)
    assert said == []


@pytest.mark.parametrize("blank", ["", "00000000", "0", "   "])
def test_a_blank_date_of_the_piece_gives_the_date_of_the_entry(read, blank):
    (line,), said = read(
        fec(SALE | {"PieceDate": blank, "EcritureLet": "A", "DateLet": blank}, REVENUE)
    )
    assert (line.dated_on, line.lettering, line.lettered_on) == ("2026-01-15", "A", "")
    assert said == []


def test_wrong_optional_dates_are_left_out_and_said(read):
    odd = {"PieceDate": "20260230", "EcritureLet": "a", "DateLet": "soon"}
    (line,), said = read(fec(SALE | odd, REVENUE))
    assert (line.dated_on, line.lettering, line.lettered_on) == ("2026-01-15", "a", "")
    assert texts(said) == [
        ":2, column PieceDate: this is no date, so it is left out.",
        ":2, column DateLet: this is no date, so it is left out.",
    ]


def test_a_lettering_date_without_lettering_is_dropped(read):
    (line,), said = read(fec(SALE | {"DateLet": "20260220"}, REVENUE))
    assert (line.lettering, line.lettered_on, said) == ("", "", [])


IN_BOOKS = (12000, "EUR")
NO_AMOUNT_SAID = [
    ":2, column Montantdevise: no amount in a currency of ISO 4217, so the books' amount"
    " is taken."
]


@pytest.mark.parametrize(
    ("amount", "code", "owed", "notes"),
    [
        ("130,50", "USD", (13050, "USD"), 1),
        ("-130.50", "usd", (13050, "USD"), 1),
        ("15000", "JPY", (15000, "JPY"), 1),
        ("120,00", "EUR", IN_BOOKS, 0),
        ("130,50", "", IN_BOOKS, 0),
        ("", "", IN_BOOKS, 0),
    ],
)
def test_what_is_owed_in_another_currency_is_kept_in_it(
    read, amount, code, owed, notes
):
    (line,), said = read(
        fec(SALE | {"Montantdevise": amount, "Idevise": code}, REVENUE)
    )
    assert (line.amount_minor, line.currency) == owed
    assert texts(said) == [
        f":2, column Idevise: owed in {owed[1]}, and kept in {owed[1]} instead of its"
        " value in EUR."
    ] * notes  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "code"), [("x", "USD"), ("0,00", "USD"), ("", "USD"), ("10,00", "XYZ")]
)
def test_without_a_certain_amount_abroad_the_books_amount_is_taken_and_said(
    read, amount, code
):
    (line,), said = read(
        fec(SALE | {"Montantdevise": amount, "Idevise": code}, REVENUE)
    )
    assert (line.amount_minor, line.currency) == IN_BOOKS
    assert texts(said) == NO_AMOUNT_SAID


USD = {"Idevise": "USD"}
PAID = SALE | {"JournalCode": "BQ", "EcritureNum": "13", "PieceRef": "B-1"}
BANK = PAID | {"CompteNum": "512000", "CompAuxNum": "", "CompAuxLib": ""}
GAIN = BANK | {"CompteNum": "766000"}


def moved(line, debit="", credit="", **more):
    return line | {"Debit": debit, "Credit": credit} | more


@pytest.mark.parametrize("named", [{}, USD | {"Montantdevise": "0,00"}, USD])
def test_an_exchange_difference_on_a_debt_in_another_currency_is_left_out(read, named):
    text = fec(
        moved(BANK, debit="125,00"),
        moved(PAID, credit="125,00", Montantdevise="130,50", **USD),
        moved(PAID, debit="5,00", **named),
        moved(GAIN, credit="5,00"),
    )
    (paid,), said = read(text)
    assert (paid.kind, paid.side, paid.amount_minor, paid.currency) == (
        "payment", "C", 13050, "USD"
    )  # fmt: skip
    (left_out,) = [one for one in texts(said) if one.startswith(":4")]
    assert left_out == (
        ":4: an exchange difference on what is owed in another currency is left out:"
        " nobody owes it."
    )


def test_a_payment_without_its_amount_abroad_is_no_exchange_difference(read):
    text = fec(
        moved(BANK, debit="125,00"),
        moved(PAID, credit="120,00", **USD),
        moved(GAIN, credit="5,00"),
    )
    (paid,), said = read(text)
    assert (paid.amount_minor, paid.currency) == (12000, "EUR")
    assert NO_AMOUNT_SAID[0].replace(":2", ":3") in texts(said)


def test_a_new_value_in_the_books_of_an_unknown_currency_is_marked_as_such(read):
    closing = {"JournalCode": "OD", "EcritureNum": "99"}
    text = fec(
        moved(SALE | closing, debit="7,00"),
        moved(GAIN | closing, credit="7,00", CompteNum="477000"),
    )
    (line,), _ = read(text)
    assert (line.kind, line.amount_minor, line.is_exchange) == ("other", 700, True)


def test_opening_lines_are_no_exchange_differences(read):
    opening = {"JournalCode": "AN", "EcritureNum": "1"}
    text = fec(
        moved(SALE | opening, debit="120,00", **USD),
        moved(GAIN | opening, credit="120,00", CompteNum="477000"),
    )
    (line,), _ = read(text)
    assert (line.kind, line.amount_minor, line.is_exchange) == ("invoice", 12000, False)


def test_books_in_another_currency(read):
    swiss = [line | {"Debit": line["Debit"].replace("120,00", "1500"),
                     "Credit": line["Credit"].replace("120,00", "1500")}
             for line in (SALE, REVENUE)]  # fmt: skip
    (line,), _ = read(fec(*swiss), currency="XPF")
    assert (line.amount_minor, line.currency) == (1500, "XPF")
    # Two decimals of a currency that has none are dropped when they are zeros.
    lines, _ = read(fec(*[SALE, REVENUE] * 2), currency="XPF")
    assert [line.amount_minor for line in lines] == [120, 120]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"EcritureDate": ""}, "column EcritureDate: “” is not a date; expected"
         " YYYY-MM-DD or DD/MM/YYYY"),
        ({"EcritureDate": "20261301"}, "column EcritureDate: “20261301” is not a date;"
         " expected YYYY-MM-DD or DD/MM/YYYY"),
        ({"Debit": "abc"}, "column Debit: “abc” is not an amount"),
        ({"Debit": "１２,50"}, "column Debit: “１２,50” is not an amount"),
        ({"Credit": "1 23"}, "column Credit: “1 23” is not an amount with “,” for"
         " decimals"),
        ({"Debit": "1.234"}, "column Debit: “1.234” may mean thousands or decimals, and"
         " nothing in the file tells"),
        ({"Debit": "0,3333"}, "column Debit: “0,3333” has more decimals than EUR, which"
         " has 2"),
        ({"CompteNum": ""}, "column CompteNum: the account is blank"),
        ({"CompteNum": "411" + "0" * 62, "CompAuxNum": ""}, "column CompteNum: 65"
         " characters, more than 64"),
        ({"CompAuxNum": "C" * 65}, "column CompAuxNum: 65 characters, more than 64"),
    ],
)  # fmt: skip
def test_a_faulty_line_is_said_with_line_and_column_and_the_others_kept(
    read, change, fault
):
    text = fec(SALE, REVENUE, SALE | change, SALE, REVENUE)
    lines, said = read(text, "utf-8")
    assert [line.line for line in lines] == [2, 5]
    assert texts(said) == [f":4, {fault}."]
    assert not isinstance(said[0], InputFileNote)


def test_a_line_with_another_number_of_cells_is_faulty(read):
    short = "VE\tVentes\t12\r\n"
    text = fec(SALE, REVENUE) + short + "\r\n"
    text += fec(SALE | {"PieceRef": "FA\t1", "Idevise": "EUR"}, REVENUE).partition(
        "\r\n"
    )[2]
    lines, said = read(text)
    assert [line.line for line in lines] == [2]
    assert texts(said)[:3] == [
        ":4: 3 cells where the header has 18.",
        ":6: 19 cells where the header has 18.",
        ":5: a line is blank.",
    ]


def test_a_bar_inside_a_piece_breaks_only_its_line(read):
    broken = SALE | {"PieceRef": "FA|1", "Idevise": "EUR"}
    lines, said = read(fec(broken, SALE, REVENUE, by="|"))
    assert [line.line for line in lines] == [3]
    assert texts(said) == [":2: 19 cells where the header has 18."]


@pytest.mark.parametrize(
    "column", ["JournalCode", "EcritureNum", "CompteLib", "EcritureLib"]
)
def test_blank_texts_cost_no_line_and_are_said_once(read, column):
    blank = {column: ""}
    lines, said = read(fec(SALE, REVENUE, SALE | blank, REVENUE | blank))
    assert [line.kind for line in lines] == ["invoice", "invoice"]
    assert texts(said) == [
        f":4, column {column}: this may not be blank (2 lines, this one first)."
    ]


def test_accounts_that_are_no_numbers_and_long_pieces_are_said(read):
    lines, said = read(
        fec(SALE | {"PieceRef": "P" * 101}, REVENUE | {"CompteNum": "VENTES"})
    )
    assert lines[0].piece == "P" * 100
    assert texts(said) == [
        ":2, column PieceRef: this is cut at 100 characters.",
        ":3, column CompteNum: an account does not begin with three digits.",
    ]


def test_a_file_that_does_not_balance_is_said_with_the_first_entry_that_does_not(read):
    odd = [line | {"EcritureNum": "13"} for line in (SALE, REVENUE)]
    odd[1] |= {"Credit": "100,00"}
    lines, said = read(fec(SALE, REVENUE, *odd))
    assert len(lines) == 2
    assert texts(said) == [
        ":4: the file does not balance: debits 240.00 EUR, credits 220.00 EUR,"
        " difference 20.00 EUR; first in journal VE, entry 13."
    ]
    assert isinstance(said[0], InputFileNote)


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("000123455FEC20261231.txt", None),
        ("000123455fec20261231.csv", None),
        ("export.txt", "the law names this file SirenFECAAAAMMJJ, as"
         " 123456789FEC20251231.txt"),
        ("000123456FEC20261231.txt", "000123456 in the file’s name is not a SIREN"),
        ("000123455FEC20261331.txt", "20261331 in the file’s name is not a day"),
    ],
)  # fmt: skip
def test_the_name_of_the_file(read, name, note):
    lines, said = read(fec(SALE, REVENUE), name=name)
    assert len(lines) == 1
    assert [str(item) for item in said] == ([f"{name}: {note}."] if note else [])


@pytest.mark.parametrize(
    "missing", ["JournalCode", "EcritureNum", "CompteNum", "PieceDate", "ValidDate"]
)
def test_a_missing_column_that_may_not_be_blank_refuses_the_file(read, missing):
    names = [name for name in NAMES if name != missing]
    with pytest.raises(
        InputFileError, match=f"the column is missing: {missing}; found"
    ):
        read(fec(SALE, REVENUE, names=names))


def test_debit_without_credit_refuses_the_file(read):
    names = [name for name in NAMES if name != "Credit"]
    with pytest.raises(InputFileError, match="the column is missing: Credit; found"):
        read(fec(SALE, REVENUE, names=names))


def test_a_missing_column_that_may_be_blank_is_said(read):
    names = [name for name in NAMES if name not in {"Montantdevise", "Idevise"}]
    lines, said = read(fec(SALE, REVENUE, names=names))
    assert len(lines) == 1
    assert texts(said) == [
        ": the law asks for these columns as well: Montantdevise, Idevise."
    ]


def test_semicolons_are_read_and_said(read):
    lines, said = read(fec(SALE, REVENUE, by=";"))
    assert len(lines) == 1
    assert texts(said) == [": cells are not parted by tabs or bars, as the law asks."]


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n"])
def test_an_empty_file_is_refused(read, content):
    with pytest.raises(InputFileError, match="the file is empty"):
        read(content)


def test_dates_with_the_month_first_refuse_the_file(read):
    with pytest.raises(InputFileError, match="the month first"):
        read(fec(SALE | {"EcritureDate": "01/31/2026"}, REVENUE))


def test_progress_adds_up_and_memory_is_bounded(tmp_path):
    path = tmp_path / GOOD_NAME
    numbers = [{"EcritureNum": str(number)} for number in range(3_000)]
    pairs = [line | number for number in numbers for line in (SALE, REVENUE)]
    path.write_text(fec(*pairs))
    seen = []
    sizes = [len(batch) for batch in read_fec(path, progress=seen.append)]
    assert sum(sizes) == 3_000
    assert max(sizes) <= 2_000
    assert sum(seen) == path.stat().st_size
