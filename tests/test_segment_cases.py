"""Openings, closings and enumerations as speakers vary them, on words of our own."""

from __future__ import annotations

import pytest

from summarize.records import Division, Statement
from summarize.segment import segment


def divided(text: str) -> Division:
    return segment(Statement(text, "a text"))


def labels(text: str) -> list[tuple[int | None, str]]:
    division = divided(text)
    return [(p.number, p.label) for p in division.points if division.division == "speaker"]


BODY = (
    "The river has fallen by a third since May. Its mills stand still, and the towns below the "
    "dam drink from lorries. Nobody planned for this. The basin commission has met twice."
)


@pytest.mark.parametrize(
    "opening",
    [
        "I thank Ms. Arden for her briefing. This was sorely needed. It names what others leave "
        "out. We also commend the Chair for convening us.",
        "The river is in our thoughts this year. We are grateful to you, Madam President, for this "
        "debate. I also join others in thanking the briefers.",
        "Our thoughts are with the families in Tarn. I congratulate you on your election. Lowmarsh "
        "fully supports your priorities.",
        "I thank the Secretary-General for his report. We fully support his vision.",
        "Your Excellency Madam President, Excellencies, Ladies and Gentlemen! At the outset I "
        "extend heartfelt congratulations to Ms. Lind on her election.",
    ],
)
def test_the_opening_ends_with_the_courtesies(opening: str) -> None:
    text = f"{opening} {BODY}"
    found = divided(text).opening
    assert found is not None
    assert found.of(text) == opening


@pytest.mark.parametrize(
    "first",
    [
        "Lowmarsh is proud to be one of the founders of the commission.",
        "The town stands thanks to the work of its engineers.",
        "We welcome the announcement that President Orr will dredge the harbour.",
    ],
)
def test_what_is_no_courtesy_opens_the_matter(first: str) -> None:
    text = f"I thank the briefers. {first} {BODY}"
    found = divided(text).opening
    assert found is not None
    assert found.of(text) == "I thank the briefers."


def test_an_address_leads_over_to_the_matter() -> None:
    text = f"I congratulate you, Sir.\n\nMr. President,\n\n{BODY}\n\nThe mills are ours to save."
    found = divided(text).opening
    assert found is not None
    assert found.of(text) == "I congratulate you, Sir."


@pytest.mark.parametrize(
    "closing",
    [
        "May I conclude by wishing the commission well.",
        "I apologize for going on so long.",
        "For those and other reasons, Lowmarsh will vote for the text.",
        "In conclusion, we stand by the basin. Its people ask little. They ask for a gauge, a "
        "pump and a road. We can give them that. It costs less than a week of lorries.",
    ],
)
def test_closings(closing: str) -> None:
    text = f"{BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {closing}"
    found = divided(text).closing
    assert found is not None
    assert found.of(text) == closing


def test_a_conclusion_that_brings_up_something_new_is_no_closing() -> None:
    last = "In conclusion, I draw the attention of the Council to the draft that we have tabled."
    found = divided(f"{BODY} {BODY} {last} It is short. Thank you.").closing
    assert found is not None
    assert found.end - found.start == len("Thank you.")


def test_topics_listed_with_ordinals_and_taken_up_without() -> None:
    text = (
        "I see four avenues along which we could advance: first, the river; second, peace-keeping; "
        "third, the courts; and fourth, the towns.\n\n"
        "First, the river. Two steps are open to us. The first is a gauge. The second step on the "
        "river is a pump.\n\n"
        "Next, I put the task of peacekeeping. There are two needs. First, boats. Second, fuel.\n\n"
        "So I turn now to the courts. They are slow, and they are all that we have.\n\n"
        "Finally, the towns. They wait."
    )
    assert [number for number, _ in labels(text)] == [1, 2, 3, 4]
    starts = [text[p.start : p.start + 12] for p in divided(text).points]
    assert starts == ["First, the r", "Next, I put ", "So I turn no", "Finally, the"]


def test_a_first_that_no_sign_sets_off() -> None:
    text = (
        f"{BODY} In that connection first I request that the gauge be read every day. It is not."
        "\n\nSecondly, I call on the banks to wait. They can.\n\nThirdly, I ask the towns to share."
    )
    assert [number for number, _ in labels(text)] == [1, 2, 3]


def test_numbers_in_words_count() -> None:
    text = f"{BODY} One, we need time. It is short. Two, we need money. Three, we need luck."
    assert labels(text) == [(1, "One"), (2, "Two"), (3, "Three")]


def test_my_fifth_and_final_point_goes_on_with_challenges() -> None:
    text = (
        "We face three challenges: water, food and work. The first challenge is water. It is "
        "scarce. The second challenge is food. It is dear. That leads me to my third and final "
        "point, which is work. There is none."
    )
    assert [number for number, _ in labels(text)] == [1, 2, 3]
    assert divided(text).announced == 3


@pytest.mark.parametrize(
    "text",
    [
        "He was 21. She was 22. They met on 3 March. The first child came in 1990, the second late.",
        "I offer as proof two elections. First, in March, we chose a parliament. It sat in May.",
        "The first measures were bold. The second measures were not. Both have failed since then.",
    ],
)
def test_ages_dates_and_single_firsts_count_nothing(text: str) -> None:
    assert labels(f"{BODY} {text} {BODY}") == []


def test_counts_that_everybody_knows_are_not_announced() -> None:
    text = (
        "To guard the three pillars of this house, we would make the following points. First, the "
        "house is poor. It was rich. Secondly, the house is full."
    )
    assert labels(text) == [(1, "First"), (2, "Secondly")]
    assert divided(text).announced is None


def test_a_list_of_its_own_is_no_announcement_of_the_next() -> None:
    text = (
        "The flaws of the plan are plain. First, it feeds the war that it was meant to end. "
        "Secondly, it heals little of what has been broken. Finally, it cannot last a winter.\n\n"
        "We ask for changes. They are the following: First, the State must live. It must breathe. "
        "Secondly, the guns must go. They must go soon. Thirdly, the roads must open."
    )
    found = [(point.series, point.number) for point in divided(text).points]
    assert found == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)]


def test_a_last_point_keeps_the_sentence_that_carries_it_on() -> None:
    text = (
        f"{BODY} I shall make two points. First, the gauge must be read. It is read once a month "
        "today. That is too seldom. Secondly, the two towns must meet. Their mayors, Ms. Orr and Mr. Vale, met in May. "
        "Together they signed a plan for the towns. The harvest elsewhere in the country was good."
    )
    last = divided(text).points[-1]
    assert "Together they signed" in text[last.start : last.end]


def test_passages_do_not_begin_in_the_midst_of_an_argument() -> None:
    said = (
        "The {0} is old. It was built by our fathers. They knew their trade. However, the {0} "
        "leaks. That is why the {0} must be mended. Such work takes a year. "
    )
    text = "".join(said.format(word) for word in ("dam", "harbour", "school", "railway", "market"))
    starts = [text[p.start : p.end] for p in divided(text).points]
    assert all(start.startswith("The ") for start in starts)
