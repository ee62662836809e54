"""Large figures in the table of answers keep all of their digits."""

from dataclasses import replace

from bot.sheet_files import csv_of
from tests.domain.test_results_sheets import MATERIAL, said


def test_a_million_is_no_power_of_ten() -> None:
    body = csv_of(replace(MATERIAL, responses=(said(1, guests="1500000"), said(2, guests="1234567.25"))))
    text = body.decode("utf-8-sig")
    assert "1500000" in text
    assert "1234567,25" in text
