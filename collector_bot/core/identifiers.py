"""Numbers and addresses that prove themselves: IBAN, SIREN, VAT number, e-mail."""

from __future__ import annotations

import re

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
# Source: ISO 13616 registry (SWIFT), countries a European business meets most.
_IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
    "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21,
    "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "TN": 24,
}  # fmt: skip
_IBAN_REMAINDER, _IBAN_MODULUS = 1, 97
_SIREN = re.compile(r"[0-9]{9}")
_FRENCH_VAT = re.compile(r"FR(?P<key>[0-9A-HJ-NP-Z]{2})(?P<siren>[0-9]{9})")
_VAT = re.compile(r"[A-Z]{2}[A-Z0-9+*]{2,12}")

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(
    rf"(?=[^@]{{1,64}}@)(?!.*=\?){_ATOM}(?:\.{_ATOM})*"
    rf"@(?:{_LABEL}\.)+(?=[A-Za-z]){_LABEL}"
)
_EMAIL_MAX = 254


def is_iban(text: str) -> bool:
    """Return whether `text`, in capitals without spaces, is an IBAN with its checksum.

    Source:
        ISO 13616-1 and ISO/IEC 7064 (MOD 97-10).

    Example:
        >>> is_iban("FR7630006000011234567890189")
        True
    """
    if not _IBAN.fullmatch(text):
        return False
    if _IBAN_LENGTHS.get(text[:2], len(text)) != len(text):
        return False
    digits = "".join(str(int(c, 36)) for c in text[4:] + text[:4])
    return int(digits) % _IBAN_MODULUS == _IBAN_REMAINDER


def is_siren(text: str) -> bool:
    """Return whether `text` is nine digits with Luhn's checksum, not all zero.

    Source:
        INSEE, SIREN number; ISO/IEC 7812-1, annex B (Luhn).

    Example:
        >>> is_siren("000123455"), is_siren("000123456")
        (True, False)
    """
    if not _SIREN.fullmatch(text) or not int(text):
        return False
    doubled = (int(c) * (1 + n % 2) for n, c in enumerate(text))
    return sum(d // 10 + d % 10 for d in doubled) % 10 == 0


def is_vat(text: str) -> bool:
    """Return whether `text`, in capitals without spaces, can be a VAT number.

    A French one has a SIREN and its key; a key with a letter has no published rule
    and is let through. Of other countries' only the shape is looked at.

    Source:
        Art. 286 ter CGI; key = (12 + 3 × (SIREN mod 97)) mod 97.

    Example:
        >>> is_vat("FR31000123455"), is_vat("FR32000123455"), is_vat("DE123456789")
        (True, False, True)
    """
    if not text.startswith("FR"):
        return bool(_VAT.fullmatch(text)) and any(c.isdigit() for c in text)
    match = _FRENCH_VAT.fullmatch(text)
    if match is None or not is_siren(match["siren"]):
        return False
    key = match["key"]
    return not key.isdigit() or int(key) == (12 + 3 * (int(match["siren"]) % 97)) % 97


def is_email(text: str) -> bool:
    """Return whether `text` is one plain e-mail address and nothing else.

    An ASCII dot-atom and a domain of at least two labels; no display name, quotes,
    comment, address literal or encoded-word.

    Source:
        RFC 5321, sections 4.1.2 and 4.5.3.1; narrower by our choice.

    Example:
        >>> is_email("compta@client.example"), is_email("Compta <c@client.example>")
        (True, False)
    """
    return len(text) <= _EMAIL_MAX and bool(_EMAIL.fullmatch(text))
