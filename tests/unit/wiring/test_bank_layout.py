"""How the bank's CSV is described: from the configuration to the desk."""

from __future__ import annotations

import pytest

from collector_bot.config import KNOWN_VARIABLES, ConfigError, load_config
from collector_bot.files.bank_csv import CsvLayout
from collector_bot.store.database import Database
from collector_bot.wiring.desk import open_desk


@pytest.fixture
def desk(tmp_path, monkeypatch):
    for name in KNOWN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    url = f"sqlite:///{tmp_path}/c.db"
    database = Database(url)
    database.upgrade()
    database.close()

    def opened(text: str):
        path = tmp_path / "c.toml"
        path.write_text(
            f'[company]\nname = "Morel"\n[database]\nurl = "{url}"\n{text}', "utf-8"
        )
        return open_desk(load_config(path))

    return opened


def test_no_section_is_no_layout(desk):
    assert desk("").bank_layout is None


def test_a_section_is_a_layout(desk):
    told = '[bank.csv]\ndate = "Jour"\ndelimiter = "tab"\ndate_format = "MM/DD/YYYY"\n'
    assert desk(told).bank_layout == CsvLayout(
        date="Jour", delimiter="\t", date_format="MM/DD/YYYY"
    )


def test_what_is_no_format_of_dates_is_refused_by_its_line(desk):
    with pytest.raises(ConfigError) as caught:
        desk('[bank.csv]\ndate_format = "jj/mm"\n')
    assert str(caught.value).endswith(
        "c.toml:6: bank.csv.date_format: “jj/mm” is no format of dates; expected for"
        " instance DD/MM/YYYY."
    )
