"""Press reports: whose words a passage gives."""

from __future__ import annotations

from summarize.records import Statement
from summarize.segment import segment

REPORT = """HARBOUR CITY, June 3 (Coastal News) -- The port treaty was signed here on Tuesday.

Lena Morvan, Tarn's permanent representative to the River Council, said that the treaty ends a \
quarrel of forty years. "It opens the sea to six countries. None of them will close it again," \
she said.

Ships of all flags may pass. Tolls have not risen for a decade, Morvan said at the ceremony.

The Tarnish envoy stressed that the toll is the lowest on the coast.

Before Morvan spoke, Commissioner for Harbours Idris Vale told reporters that dredging begins in \
July. He added that the work takes two years.

The participants praised the text. They urged others to join.

The port was built in 1911. More than eighty guests attended the ceremony.
"""


def voiced(text: str, agency: str | None) -> list[tuple[str | None, str]]:
    statement = Statement(text, "a report", kind="press-report", agency=agency)
    return [
        (p.attribution, text[p.start : p.end].replace("\n", " ")) for p in segment(statement).points
    ]


def test_two_speakers_and_the_reporter() -> None:
    found = voiced(REPORT, "Coastal News")
    voices = [voice for voice, _ in found]
    assert voices == [
        "Coastal News",
        "Lena Morvan",
        "Idris Vale",
        "The participants",
        "Coastal News",
    ]
    said = dict(found[1:4])
    assert "ends a quarrel" in said["Lena Morvan"]
    assert "lowest on the coast" in said["Lena Morvan"]
    assert "None of them will close it again" in said["Lena Morvan"]
    assert "takes two years" in said["Idris Vale"]


def test_without_an_agency_it_is_the_report() -> None:
    assert voiced("The port was built in 1911. It is deep.", None)[0][0] == "The report"


def test_a_trailing_attribution_takes_what_led_up_to_it() -> None:
    text = "Lena Morvan, the envoy of Tarn, spoke first. The sea is open. Tolls are low, she said."
    assert voiced(text, "Coastal News")[-1][0] == "Lena Morvan"


def test_a_statement_has_no_voices() -> None:
    division = segment(Statement(REPORT, "a statement"))
    assert all(point.attribution is None for point in division.points)


def test_what_a_group_said_ends_with_its_sentence() -> None:
    text = "All parties praised the treaty, saying that it was timely. The port is the oldest."
    assert voiced(text, "Coastal News") == [
        ("All parties", "All parties praised the treaty, saying that it was timely."),
        ("Coastal News", "The port is the oldest."),
    ]
