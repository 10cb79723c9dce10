"""Statements as banks write them, from movements: one small writer a format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

OURS = "FR7630006000011234567890189"


class Moved(NamedTuple):
    """One movement, with what every format can say of it."""

    booked_on: date
    value_on: date
    minor: int
    reference: str
    name: str
    text: str


def _decimal(minor: int, mark: str) -> str:
    return f"{abs(minor) // 100}{mark}{abs(minor) % 100:02d}"


def camt(moves: Sequence[Moved], opening: int) -> str:
    def balance(kind: str, minor: int) -> str:
        return (
            f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>"
            f"{_decimal(minor, '.')}</Amt><CdtDbtInd>{'DBIT' if minor < 0 else 'CRDT'}"
            "</CdtDbtInd></Bal>"
        )

    def entry(one: Moved) -> str:
        sense, role = ("DBIT", "Cdtr") if one.minor < 0 else ("CRDT", "Dbtr")
        return (
            f"<Ntry><Amt Ccy='EUR'>{_decimal(one.minor, '.')}</Amt><CdtDbtInd>{sense}"
            f"</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{one.booked_on}</Dt>"
            f"</BookgDt><ValDt><Dt>{one.value_on}</Dt></ValDt><NtryDtls><TxDtls><Refs>"
            f"<EndToEndId>{one.reference}</EndToEndId></Refs><RltdPties><{role}><Pty>"
            f"<Nm>{escape(one.name)}</Nm></Pty></{role}></RltdPties><RmtInf><Ustrd>"
            f"{escape(one.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        )

    closing = opening + sum(one.minor for one in moves)
    return (
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt>"
        f"<Stmt><Acct><Id><IBAN>{OURS}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{balance('OPBD', opening)}{balance('CLBD', closing)}"
        f"{''.join(map(entry, moves))}</Stmt></BkToCstmrStmt></Document>"
    )


def cfonb(moves: Sequence[Moved], opening: int) -> str:
    def amount(minor: int) -> str:
        digits = str(abs(minor)).rjust(14, "0")
        return (
            digits[:-1]
            + ("{ABCDEFGHI" if minor >= 0 else "}JKLMNOPQR")[int(digits[-1])]
        )

    def balance(kind: str, minor: int) -> str:
        head = f"{kind}30006    00001EUR2 12345678901  201126"
        return head.ljust(90) + amount(minor).ljust(30)

    def records(one: Moved) -> list[str]:
        head = f"30006    00001EUR2 1234567890105{one.booked_on:%d%m%y}"
        role = "NBE" if one.minor < 0 else "NPY"
        return [
            f"04{head}  {one.value_on:%d%m%y}".ljust(90) + amount(one.minor).ljust(30),
            *(
                f"05{head}     {kind}{told}".ljust(120)
                for kind, told in (
                    (role, one.name),
                    ("RCN", one.reference),
                    ("LCC", one.text),
                )
            ),
        ]

    closing = opening + sum(one.minor for one in moves)
    lines = [record for one in moves for record in records(one)]
    return "\n".join([balance("01", opening), *lines, balance("07", closing)])


def mt940(moves: Sequence[Moved], opening: int) -> str:
    def balance(minor: int) -> str:
        return f"{'D' if minor < 0 else 'C'}261120EUR{_decimal(minor, ',')}"

    def fields(one: Moved) -> str:
        chunks = [one.text[at : at + 27] for at in range(0, len(one.text), 27)]
        told = "".join(f"?{21 + n}{chunk}" for n, chunk in enumerate(chunks))
        return (
            f":61:{one.value_on:%y%m%d}{one.booked_on:%m%d}{'D' if one.minor < 0 else 'C'}"
            f"R{_decimal(one.minor, ',')}NTRFNONREF\n"
            f":86:166?20EREF+{one.reference}?32{one.name[:27]}?33{one.name[27:]}\n"
            f"{told.replace('?21', '?21SVWZ+', 1)}\n"
        )

    closing = opening + sum(one.minor for one in moves)
    return (
        f":20:X\n:25:{OURS}\n:28C:1\n:60F:{balance(opening)}\n"
        f"{''.join(map(fields, moves))}:62F:{balance(closing)}\n-\n"
    )


def _ofx(moves: Sequence[Moved], opening: int, *, end: bool) -> str:
    def leaf(name: str, value: str) -> str:
        return f"<{name}>{escape(value)}" + (f"</{name}>" if end else "")

    def movement(one: Moved) -> str:
        return (
            "<STMTTRN>"
            + leaf("TRNTYPE", "OTHER")
            + leaf("DTPOSTED", f"{one.booked_on:%Y%m%d}")
            + leaf("DTAVAIL", f"{one.value_on:%Y%m%d}")
            + leaf("TRNAMT", ("-" if one.minor < 0 else "") + _decimal(one.minor, "."))
            + leaf("REFNUM", one.reference)
            + leaf("NAME", one.name)
            + leaf("MEMO", one.text)
            + "</STMTTRN>"
        )

    closing = opening + sum(one.minor for one in moves)
    return (
        f"<OFX><STMTRS>{leaf('CURDEF', 'EUR')}<BANKACCTFROM>{leaf('ACCTID', OURS)}"
        f"</BANKACCTFROM><BANKTRANLIST>{''.join(map(movement, moves))}</BANKTRANLIST>"
        f"<LEDGERBAL>{leaf('BALAMT', ('-' if closing < 0 else '') + _decimal(closing, '.'))}"
        "</LEDGERBAL></STMTRS></OFX>"
    )


def ofx1(moves: Sequence[Moved], opening: int) -> str:
    return "OFXHEADER:100\nDATA:OFXSGML\n\n" + _ofx(moves, opening, end=False)


def ofx2(moves: Sequence[Moved], opening: int) -> str:
    return '<?OFX OFXHEADER="200"?>' + _ofx(moves, opening, end=True)


def csv(moves: Sequence[Moved], opening: int) -> str:
    del opening
    rows = [
        f"{one.booked_on:%d/%m/%Y};{one.value_on:%d/%m/%Y};{one.text};{one.name};"
        f"{one.reference};"
        + (
            f"-{_decimal(one.minor, ',')};"
            if one.minor < 0
            else f";{_decimal(one.minor, ',')}"
        )
        for one in moves
    ]
    return "\n".join(
        ["Date;Date valeur;Libellé;Contrepartie;Référence;Débit;Crédit", *rows]
    )
