import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.records.cells import safe_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b@x",
        "＝1+1",
        "＠x",
        "-50% today",
        "−1+1",
    ],
)
def test_a_formula_is_neutralised(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "Aurelia watch", "12.50", "-12.50", "+3", "a=b", "'=1", "奥蕾莉亚", "1-2", "#1 best"]
)
def test_other_text_stays(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_once_is_enough_and_nothing_is_lost(text: str) -> None:
    safe = safe_cell(text)
    assert safe_cell(safe) == safe
    assert safe.removeprefix("'") == text.removeprefix("'")


@given(st.text(alphabet=st.characters(blacklist_characters="\x00", blacklist_categories=["Cs"])))
def test_a_cell_survives_csv(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([safe_cell(text), "end"])
    out.seek(0)
    assert next(csv.reader(out)) == [safe_cell(text), "end"]
