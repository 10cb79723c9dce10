"""Numbers that pass their checksum and belong to nobody: SIREN, French VAT, IBAN."""

from __future__ import annotations

_INVENTED_BANK = "99999"


def siren(serial: int) -> str:
    """Return a nine-digit SIREN under 000…, a range no company has.

    Args:
        serial: 1 to 99999.

    Example:
        >>> siren(7)
        '000000075'
    """
    body = f"000{serial:05d}"
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - Luhn
    return f"{body}{-total % 10}"


def french_vat(number: str) -> str:
    """Return the VAT number of a SIREN.

    Example:
        >>> french_vat("000000075")
        'FR43000000075'
    """
    return f"FR{(12 + 3 * (int(number) % 97)) % 97:02d}{number}"


def french_iban(serial: int) -> str:
    """Return an IBAN at a bank that does not exist, with its French key.

    Args:
        serial: 1 to 99999.

    Source:
        ISO 13616; the key is 97 less 89 x bank + 15 x branch + 3 x account, mod 97.
    """
    branch, account = "00001", f"{serial:011d}"
    weighted = 89 * int(_INVENTED_BANK) + 15 * int(branch) + 3 * int(account)
    key = 97 - weighted % 97
    return iban("FR", f"{_INVENTED_BANK}{branch}{account}{key:02d}")


def iban(country: str, body: str) -> str:
    """Put country and check digits before a national account number.

    Example:
        >>> iban("GB", "WEST12345698765432")
        'GB82WEST12345698765432'
    """
    digits = "".join(str(int(letter, 36)) for letter in f"{body}{country}00")
    return f"{country}{98 - int(digits) % 97:02d}{body}"
