from __future__ import annotations

from summarize.gate import carriers, settle_all
from summarize.options import Options
from summarize.records import Draft, Source
from tests.conftest import ScriptedCondenser

SOURCE = Source(
    (
        "In the past 18 months the Group has counted 41 attacks on pumping stations.",
        "We call on the Secretary-General to include a chapter on water installations in his "
        "next report.",
        "Parties to conflict should not treat a pumping station as a military objective.",
    ),
    delegation="Maravia",
)
TRUE = "Called on the Secretary-General to include a chapter on water installations in his report."
FALSE = "Noted that the Group had counted 44 attacks on pumping stations in the past 18 months."


def settle(*candidates, source=SOURCE, languages=("en",), **options):
    condenser = ScriptedCondenser([Draft(candidates)], languages)
    (condensation,) = settle_all([source], condenser, Options(**options))
    return condensation, condenser


def test_what_passes_is_shown_as_the_model_said_it():
    made, _ = settle(TRUE)
    assert (made.text, made.raw, made.status) == (TRUE, TRUE, "model")
    assert made.cites == (1,)


def test_an_invented_figure_never_reaches_the_note():
    made, _ = settle(FALSE)
    assert "44" not in made.text
    assert made.status in ("repaired", "verbatim")
    assert made.raw == FALSE
    assert any(f.kind == "figure" and f.severity == "blocking" for f in made.findings)
    if made.status == "verbatim":
        assert all(SOURCE.sentences[i] in made.text for i in made.cites)


def test_the_first_candidate_that_passes_is_taken():
    made, _ = settle(FALSE, TRUE)
    assert (made.text, made.status) == (TRUE, "model")


def test_no_repair_shows_the_models_words_with_the_findings():
    made, _ = settle(FALSE, TRUE, repair=False)
    assert (made.text, made.status) == (FALSE, "model")
    assert any(f.severity == "blocking" for f in made.findings)


def test_strict_quotes_for_a_notice_too():
    vague = TRUE.replace("Called on", "Called upon").replace("a chapter", "a nice chapter")
    loose, _ = settle(vague)
    strict, _ = settle(vague, strict=True)
    assert loose.findings
    assert strict.status == "verbatim"


def test_what_shares_no_word_with_the_source_is_replaced():
    made, _ = settle("Praised elephants everywhere.")
    assert made.status == "verbatim"
    assert "lephant" not in made.text


def test_a_passage_that_did_not_fit_the_model_is_quoted_and_says_so():
    made, _ = settle()
    assert made.status == "verbatim"
    assert [f.kind for f in made.findings] == ["coverage"]


def test_a_short_passage_is_quoted_whole_whatever_the_model_says():
    short = Source(("We thank the briefers.", "We welcome the report."))
    made, _ = settle(TRUE, source=short)
    assert made.text == "“We thank the briefers. We welcome the report.”"
    assert made.cites == (0, 1)


def test_a_heading_with_a_word_that_is_not_the_sources_is_not_taken():
    for heading, taken in (("Chapter on water installations", True), ("Nuclear arms", False)):
        condenser = ScriptedCondenser([Draft((TRUE,), heading)])
        (made,) = settle_all([SOURCE], condenser, Options())
        assert (made.heading == heading) is taken
        assert made.heading


def test_a_language_that_the_card_does_not_name_is_quoted():
    foreign = Source(SOURCE.sentences, language="fr")
    made, condenser = settle(TRUE, source=foreign)
    assert made.status == "verbatim"
    assert condenser.asked == []
    assert settle(TRUE, source=foreign, languages=())[0].status == "model"


def test_a_sentence_quoted_whole_is_always_cited():
    text = "“It has not been applied.” Called on the Secretary-General to report."
    sentences = ("It has not been applied.", "We call on the Secretary-General to report.")
    assert carriers(text, sentences) == (0, 1)
