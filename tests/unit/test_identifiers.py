"""IBAN, SIREN, VAT numbers and addresses."""

import pytest

from collector_bot.core.identifiers import is_email, is_iban, is_siren, is_vat


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("FR7630006000011234567890189", True),
        ("FR7630006000011234567890188", False),
        ("FR7630006000011234567890198", False),
        ("FR133000600001123456789018", False),
        ("DE89370400440532013000", True),
        ("GB82WEST12345698765432", True),
        ("BE68539007547034", True),
        ("NO9386011117947", True),
        ("XX00", False),
        ("fr7630006000011234567890189", False),
        ("", False),
        ("FR76 3000 6000 0112 3456 7890 189", False),
    ],
)
def test_iban(text, good):
    assert is_iban(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("000123455", True),
        ("000123456", False),
        ("000213455", False),
        ("000000000", False),
        ("00012345", False),
        ("00012345O", False),
        ("٠٠٠١٢٣٤٥٥", False),
    ],
)
def test_siren(text, good):
    assert is_siren(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("FR31000123455", True),
        ("FR32000123455", False),
        ("FR31000123456", False),
        ("FRK7000123455", True),
        ("FRO7000123455", False),
        ("FR000123455", False),
        ("DE123456789", True),
        ("ESX1234567X", True),
        ("BE", False),
        ("DEABCDEFGHI", False),
        ("", False),
    ],
)
def test_vat(text, good):
    assert is_vat(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("compta@client.example", True),
        ("a.b+c_d-e@sub.client.example", True),
        ("o'neil@client.example", True),
        ("x@xn--caf-dma.example", True),
        ("a" * 64 + "@client.example", True),
        ("a" * 65 + "@client.example", False),
        ("compta@client", False),
        ("compta@client.1", False),
        ("@client.example", False),
        ("compta@", False),
        ("compta@@client.example", False),
        (".compta@client.example", False),
        ("com..pta@client.example", False),
        ("compta.@client.example", False),
        ("compta@-client.example", False),
        ("compta@client..example", False),
        ("comptabilité@client.example", False),
        ("compta@[192.0.2.1]", False),
        ('"c d"@client.example', False),
        ("Compta <compta@client.example>", False),
        ("compta@client.example\nBcc: x@y.example", False),
        ("compta@client.example\n", False),
        ("=?utf-8?q?a?=@client.example", False),
        ("a@" + "b" * 64 + ".example", False),
        ("a@" + "b." * 200 + "example", False),
        ("", False),
    ],
)
def test_email(text, good):
    assert is_email(text) is good
