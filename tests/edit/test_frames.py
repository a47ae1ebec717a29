from collections.abc import Callable

import pytest

from summarize.edit.frame import Frame
from summarize.edit.frames import frames
from summarize.edit.need import joined
from summarize.edit.token import Tokens, render

Tok = Callable[[str], Tokens]


def first(tokens: Tokens, names: tuple[str, ...] = ()) -> Frame | None:
    return next(frames(tokens, names), None)


def said(frame: Frame | None) -> str:
    return "" if frame is None else f"{render(frame.opening)} | {render(frame.body)}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We/p call/v on/i all/d parties/n to/to talk/b", "called | on all parties to talk"),
        ("I/p would/m also/r like/b to/to thank/b the/d envoy/n", "thanked | the envoy"),
        ("We/p strongly/r condemn/v the/d raid/n", "strongly condemned | the raid"),
        ("My/s delegation/n wishes/v to/to stress/b that/i aid/n works/v",
         "stressed | that aid works"),
        ("We/p are/v deeply/r concerned/a at/i the/d delay/n",
         "was deeply concerned | at the delay"),
        ("We/p do/v not/r support/b the/d text/n", "did not support | the text"),
        ("We/p join/v others/n in/i calling/g for/i calm/n", "called | for calm"),
        ("We/p hope/v the/d talks/n will/m resume/b", "hoped | that the talks will resume"),
        ("Let/b us/p recall/b that/i promises/n bind/v", "recalled | that promises bind"),
        ("We/p will/m continue/b to/to train/b police/n", "pledged to | continue to train police"),
    ],
)  # fmt: skip
def test_speaker_as_subject_is_reported_by_its_own_verb(
    tok: Tok, sentence: str, expected: str
) -> None:
    assert said(first(tok(sentence))) == expected


@pytest.mark.parametrize(
    ("modal", "expected"),
    [
        ("must/m", "insisted on the need to | fund aid"),
        ("should/m", "called for | funding aid"),
        ("need/v to/to", "stressed the need to | fund aid"),
    ],
)
def test_everyone_as_subject_loses_the_actor_and_keeps_the_force(
    tok: Tok, modal: str, expected: str
) -> None:
    assert said(first(tok(f"We/p {modal} fund/b aid/n"))) == expected


def test_joined_verbs_follow_into_the_gerund(tok: Tok) -> None:
    tokens = tok("We/p should/m protect/b wells/n , train/b staff/n to/to mend/b and/c run/b "
                 "them/p "
                 ", and/c publish/b costs/n")  # fmt: skip
    assert "training staff to mend and run them, and publishing costs" in said(first(tokens))


def test_joined_finds_plain_verbs_of_one_level(tok: Tok) -> None:
    assert joined(tok("plan/b and/c build/b homes/n")) == [0, 2]
    assert joined(tok("help/b States/n to/to plan/b and/c build/b")) == [0]


def test_another_subject_is_reported_whole(tok: Tok) -> None:
    frame = first(tok("The/d Council/N must/m act/b on/i the/d plan/n"))
    assert said(frame) == "said that | the Council must act on the plan"


def test_own_state_without_a_reporting_verb_is_named(tok: Tok) -> None:
    frame = first(tok("Elbonia/N has/v trained/P 300/u nurses/n"), ("elbonia",))
    assert frame is not None
    assert frame.named
    assert said(frame) == "said that | has trained 300 nurses"


@pytest.mark.parametrize(
    "sentence",
    [
        "Who/w will/m pay/b ?",
        "We/p live/v in/i a/d harsh/a world/n",
        "We/p are/v at/i a/d turning/g point/n",
        "We/p cannot/m go/b on/r",
    ],
)
def test_what_no_rule_covers_gives_no_report(tok: Tok, sentence: str) -> None:
    assert first(tok(sentence)) is None


def test_condition_before_the_speaker_is_not_dropped(tok: Tok) -> None:
    tokens = tok("If/i talks/n fail/v , we/p call/v for/i sanctions/n")
    assert first(tokens) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "I/p will/m focus/b my/s remarks/n on/i two/u wells/n",
        "Let/b me/p make/b three/u points/n on/i water/n",
        "We/p would/m like/b to/to address/b several/a issues/n today/r",
    ],
)
def test_what_only_comes_next_is_not_reported(tok: Tok, sentence: str) -> None:
    assert list(frames(tok(sentence), ())) == []


def test_an_offer_is_no_announcement(tok: Tok) -> None:
    assert list(frames(tok("We/p will/m share/b our/s wells/n with/i neighbours/n"), ()))


def test_what_must_not_be_forgotten_is_no_warning(tok: Tok) -> None:
    mental = first(tok("We/p must/m not/r forget/b the/d keepers/n"))
    assert said(mental) == "stressed the need not to | forget the keepers"
    warned = first(tok("We/p must/m not/r repeat/b the/d raid/n"))
    assert said(warned) == "warned against | repeating the raid"


@pytest.mark.parametrize(
    ("head", "setting"),
    [
        ("In/i brotherly/a Marrow/N , where/w fear/n reigns/v ,", "in brotherly Marrow"),
        ("In/i Marrow/N ,", "in Marrow"),
        ("In/i Elbonia/N ,", ""),
    ],
)
def test_a_place_before_the_speaker_stays_unless_it_is_the_speaker_s(
    tok: Tok, head: str, setting: str
) -> None:
    found = first(tok(f"{head} we/p stress/v that/i aid/n works/v"), ("elbonia",))
    assert found is not None
    assert render(found.setting) == setting


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In/i March/N next/a year/n , we/p will/m host/b talks/n", "in March next year"),
        ("On/i the/d political/a process/n , we/p thank/v him/p", "on the political process"),
        ("In/i order/n to/to end/b hunger/n , we/p must/m act/b", "in order to end hunger"),
        ("On/i the/d other/a hand/n , we/p thank/v him/p", ""),
        ("In/i the/d light/n of/i this/d , we/p thank/v him/p", ""),
        ("As/i our/s talks/n show/v , we/p thank/v him/p", ""),
    ],
)
def test_when_and_about_what_stay_with_what_is_said(tok: Tok, sentence: str, expected: str) -> None:
    found = first(tok(sentence), ("elbonia",))
    assert found is not None
    assert render(found.setting) == expected


def test_a_regret_to_say_is_a_regret(tok: Tok) -> None:
    found = first(tok("I/p regret/v to/to say/b that/i aid/n failed/V"))
    assert said(found) == "regretted | that aid failed"


def test_several_places_stay_together(tok: Tok) -> None:
    several = tok("In/i Marrow/N , Lethe/N and/c Sylvania/N , we/p stress/v that/i aid/n works/v")
    found = first(several, ("elbonia",))
    assert found is not None
    assert render(found.setting) == "in Marrow, Lethe and Sylvania"


def test_must_not_merely_warns_of_nothing(tok: Tok) -> None:
    assert "warned" not in said(first(tok("We/p must/m not/r merely/r condemn/b the/d raid/n")))


def test_as_member_states_is_more_than_the_speaker(tok: Tok) -> None:
    many = tok("As/i Member/n States/n , we/p have/v sent/P nurses/n")
    assert not any(f.named for f in frames(many, ("elbonia",)))
    clause = tok("As/i Member/n States/n gather/v here/r , we/p have/v sent/P nurses/n")
    assert any(f.named for f in frames(clause, ("elbonia",)))
