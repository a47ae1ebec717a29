from collections.abc import Callable

from summarize.edit.heading import Marked, heading, phrases
from summarize.edit.token import Tokens

Tok = Callable[[str], Tokens]


def marked(tokens: Tokens, *wanted: str) -> list[Marked]:
    return [Marked(t.word, t.pos, 0.9 if t.lower in wanted else 0.05) for t in tokens]


def test_the_phrase_with_the_wanted_words_is_the_heading(tok: Tok) -> None:
    words = marked(tok("the/d Council/N discussed/V humanitarian/a access/n in/i the/d north/n"),
                   "humanitarian", "access", "north")  # fmt: skip
    assert heading([words]) == "Humanitarian access in the north"


def test_a_heading_keeps_capitals_only_where_they_stand(tok: Tok) -> None:
    words = marked(tok("Early/a elections/n in/i Elbonia/N failed/V"), "elections", "elbonia")
    assert heading([words]) == "Elections in Elbonia" or heading([words]).startswith(
        "Early elections"
    )


def test_no_noun_phrase_no_heading(tok: Tok) -> None:
    assert heading([marked(tok("they/p agree/v"))]) == ""


def test_phrases_do_not_end_in_a_link_or_before_a_noun(tok: Tok) -> None:
    found = [" ".join(m.word.text for m in p)
             for p in phrases(marked(tok("nuclear/a arms/n control/n of/i States/n")))]  # fmt: skip
    assert "nuclear arms control" in found
    assert not any(p.endswith(("of", "nuclear arms")) for p in found)


def test_a_heading_keeps_to_what_the_condensation_says(tok: Tok) -> None:
    words = marked(tok("the/d harbour/n needs/v lamps/n"), "harbour", "lamps")
    assert heading([words], "Said that the keepers wanted lamps.").startswith("Lamps")
    assert heading([words], "Said that the harbour was dark.").startswith("Harbour")


def test_no_verb_begins_a_heading(tok: Tok) -> None:
    words = marked(tok("we/p must/m reform/n the/d Council/N soon/r"), "reform", "council")
    assert not heading([words]).startswith("Reform")


def test_a_place_stands_behind_in_only_with_what_is_there(tok: Tok) -> None:
    sentences = [
        marked(tok("lift/b the/d embargo/n against/i Burundi/N"), "embargo", "burundi"),
        marked(tok("the/d talks/n on/i Burundi/N in/i Arusha/N went/V on/r"), "arusha"),
    ]
    assert " in Arusha" not in heading(sentences)


def test_two_forms_of_one_name_do_not_stand_together(tok: Tok) -> None:
    words = marked(tok("the/d Thai/a flag/n flew/V over/i Thailand/N"), "thai", "flag", "thailand")
    assert "Thailand" not in heading([words]) or "Thai flag" not in heading([words])


def test_a_name_is_not_cut(tok: Tok) -> None:
    words = marked(tok("the/d Economic/N and/c Social/N Council/N met/V"), "social", "council")
    assert not heading([words]).startswith("Social")
    rights = marked(tok("respect/n for/i human/a rights/n in/i Lethe/N"), "rights", "lethe")
    assert not heading([rights]).startswith("Rights")


def test_a_name_and_its_letters_do_not_stand_together(tok: Tok) -> None:
    goals = marked(tok("Water/N Goals/N matter/v and/c WG/N count/v"), "water", "goals", "wg")
    assert heading([goals]) == "Water Goals"


def test_a_noun_that_tells_nothing_does_not_stand_beside_another(tok: Tok) -> None:
    words = marked(tok("elections/n need/v support/n"), "elections", "support")
    assert heading([words]) in {"Elections", "Support"}
