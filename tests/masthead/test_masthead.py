"""What a statement says of itself, and what it does not say is None."""

from __future__ import annotations

import pytest

from summarize.read import read_text
from summarize.records import Statement

BODY = "\n\nMr. President,\n\nI thank you for this meeting. We hold that peace is a common task.\n"


def _read(title: str, body: str = BODY) -> Statement:
    return read_text(title + body, "sample.txt")[0]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Statement by H.E. Mr. Arel Tomsen, Permanent Representative of the Republic of Korea "
            "to the United Nations, at the Security Council Open Debate on Mine Action",
            {
                "speaker": "Mr. Arel Tomsen",
                "role": "Permanent Representative of the Republic of Korea to the United Nations",
                "delegation": "Republic of Korea",
                "body": "Security Council",
                "meeting": "Open Debate",
                "subject": "Mine Action",
            },
        ),
        (
            "Remarks by Ambassador Tovan Reyl at Security Council VTC on Safety of Blue Helmets",
            {
                "speaker": "Tovan Reyl",
                "role": "Ambassador",
                "delegation": None,
                "body": "Security Council",
                "meeting": "VTC",
                "subject": "Safety of Blue Helmets",
            },
        ),
        (
            "UK statement at the UN Security Council meeting on Haiti",
            {"speaker": None, "delegation": "United Kingdom", "subject": "Haiti", "meeting": None},
        ),
        (
            "Statement by Norway on behalf of the Nordic countries at the Third Committee",
            {
                "delegation": "Norway",
                "on_behalf_of": "Nordic countries",
                "body": "Third Committee",
                "subject": None,
            },
        ),
        (
            "Statement by the Minister for Foreign Affairs of Denmark, H.E. Mr. Jens Prov, at the "
            "General Debate of the 76th session of the General Assembly, New York, "
            "24 September 2021",
            {
                "speaker": "Mr. Jens Prov",
                "role": "Minister for Foreign Affairs of Denmark",
                "delegation": "Denmark",
                "body": "General Assembly",
                "meeting": "General Debate of the 76th session",
                "date": "2021-09-24",
            },
        ),
        (
            "EU Statement – United Nations Security Council: Women, Peace and Security",
            {"delegation": "European Union", "subject": "Women, Peace and Security"},
        ),
        (
            "Foreign Minister Anka Prov's speech at the Human Rights Council",
            {"speaker": "Anka Prov", "role": "Foreign Minister", "body": "Human Rights Council"},
        ),
        (
            "Remarks by Chinese Ambassador Li Prov at the Conference on Disarmament",
            {
                "speaker": "Li Prov",
                "delegation": "China",
                "body": "Conference on Disarmament",
                "subject": None,
                "meeting": None,
            },
        ),
        (
            "National Statement of Ireland, Human Rights Council 46th session",
            {"delegation": "Ireland", "body": "Human Rights Council", "speaker": None},
        ),
    ],
)
def test_title(title: str, expected: dict[str, str | None]) -> None:
    statement = _read(title)
    assert {key: getattr(statement, key) for key in expected} == expected
    assert statement.kind == "statement"


def test_every_span_holds_the_words_the_field_was_read_from() -> None:
    statement = _read(
        "Statement by Ms. Ilva Marn, Deputy Minister of Fiji, at the Fourth Committee on Oceans\n"
        "New York, 3 May 2021\n\nA/C.4/75/SR.9"
    )
    words = {name: span.of(statement.text) for name, span in statement.spans.items()}
    assert words["speaker"] == "Ms. Ilva Marn"
    assert words["delegation"] == "Fiji"
    assert words["date"] == "3 May 2021"
    assert words["symbol"] == statement.symbol == "A/C.4/75/SR.9"
    assert statement.date == "2021-05-03"


def test_a_bare_speech_has_no_masthead() -> None:
    statement = _read("", "I thank the briefers. We hold that peace is a task common to us all.")
    assert statement.kind == "statement"
    for name in ("speaker", "role", "delegation", "on_behalf_of", "body", "meeting", "subject"):
        assert getattr(statement, name) is None
    assert statement.date is None
    assert statement.symbol is None
    assert statement.title is None


@pytest.mark.parametrize(
    ("body", "delegation"),
    [
        ("I thank the briefers. My country, Georgia, knows war too well.", "Georgia"),
        ("I thank you all. Ghana stands ready to host the next round.", "Ghana"),
        ("I welcome it. The delegation of Peru wishes to add one thing.", "Peru"),
        ("We thank you. Viet Nam supports the text, and Viet Nam calls for calm.", "Viet Nam"),
        ("I speak in my capacity as the representative of Belgium. We agree.", "Belgium"),
        (
            "I greet you. On behalf of the delegation of the Republic of Latvia, I join in.",
            "Latvia",
        ),
        ("Storms struck us. I should like, on behalf of Fiji, to thank all who came.", "Fiji"),
        ("In the name of the Danish delegation, I wish to add a word.", "Denmark"),
        ("As President of Malta, I am moved. We shall come again.", "Malta"),
        ("I am the Foreign Minister of Rwanda, and we have seen it.", "Rwanda"),
        ("I bring you warm greetings from the Government and people of Tonga.", "Tonga"),
        ("Nowhere is it felt more than in Nepal, my country. We rebuild.", "Nepal"),
        ("I am glad to reiterate Estonia's full support for the envoy.", "Estonia"),
        ("I affirm the readiness of the people of Palau to share the load.", "Palau"),
        ("I should like to stress that Uruguay remains committed to it.", "Uruguay"),
        ("We saw it. The Norwegian Government supports the appeal.", "Norway"),
        ("We listened. Bhutan is firmly committed to the goal.", "Bhutan"),
        ("I wish to convey the greetings of the people of Samoa to you all.", "Samoa"),
        ("I assure you of Jordan's full support in it.", "Jordan"),
        ("We pledge. The delegation of Oman will be guided by it.", "Oman"),
        # Others are spoken of, and the speaker does not say who he is.
        ("We thank the envoy. Laos has taken its part.", None),
        ("We gave. Laos has taken its part. Laos will work for more.", None),
        # What is reaffirmed by another, or valued in another.
        ("We saw it. Resolution 9999 reaffirms the commitment of Chad to the plan.", None),
        ("We express our warm appreciation of Finland's commitment to the talks.", None),
        ("We reiterate our appreciation for Qatar's readiness to host us.", None),
        ("We restate the concerns of the people of Haiti.", None),
        ("I wish to express our thanks for the goodwill of the people of Nepal.", None),
        ("We express our trust in the friendship of the people of Nepal.", None),
        # A State or a delegation that is accused.
        ("My delegation will reply. The delegation of Mali has made two false charges.", None),
        ("We heard it. The delegation of Mali would have us look away.", None),
        ("We counted. The Chadian delegation holds the record for delays.", None),
        ("Chad has always said so. We know better. Chad will continue its raids.", None),
        ("We wait. Chad has never complied. Chad continues to build walls.", None),
        ("We wait. Chad is determined to take it. Chad is opposed to talks.", None),
        ("We wait. Chad rejects the truce. Chad rejects every plan.", None),
        ("We reaffirm that Chad supports the raids.", None),
        ("We regret it. Chad voted against the text.", None),
        ("With regard to Nepal, my country hopes for calm. We do.", None),
        ("In my own country, United States firms have left. We feel it.", None),
        ("On behalf of Fiji, Tonga and Samoa, I thank you.", None),
        ("We heard the statement made on behalf of Uganda, and thank her.", None),
        ("I congratulate Mr. Prov on his election as President of Kenya.", None),
        ("I extend my condolences to the people and Government of Turkey.", None),
        ("I speak to those who act in the name of the people of Haiti. We hope.", None),
        ("He said that “the United States supports the plan”. We wonder.", None),
        ("We regret that the Government of France continues to test.", None),
        ("I fear that Ghana rejects the plan. We regret it.", None),
        ("We regret that France voted against. We regret that Kenya voted against.", None),
        ("We thank Mali. If Chad supports it, we shall too.", None),
        ("As the President of the French Republic said, we must act. We shall.", None),
    ],
)
def test_delegation_only_where_the_speech_is_certain(body: str, delegation: str | None) -> None:
    assert _read("", body).delegation == delegation


def test_a_form_of_state_said_over_and_over_is_looked_at_once() -> None:
    assert (
        _read("", f"My country, {'the Republic of ' * 1200}Kenya, is one. We know.").delegation
        is None
    )
    assert _read("", "My country, the Republic of Kenya, is one. We know.").delegation == "Kenya"


@pytest.mark.parametrize(
    ("body", "behalf"),
    [
        ("I have the honour to speak on behalf of the Group of 77. We note it.", "Group of 77"),
        ("On behalf of Fiji, Tonga and Samoa, I welcome the text. We do.", "Fiji, Tonga and Samoa"),
        ("I speak on behalf of my delegation, and we are glad.", None),
        ("I align myself with the statement made on behalf of the European Union. We do.", None),
        ("We welcome the presence of Brazil on behalf of the Group of Friends.", None),
        ("On behalf of the Government and people of Kenya, I thank you.", None),
    ],
)
def test_on_behalf_of(body: str, behalf: str | None) -> None:
    assert _read("", body).on_behalf_of == behalf


def test_press_report() -> None:
    text = (
        "Envoy asks for corridors\n\nPORT MERE, March 15 (Corvid) -- Arandia's envoy asked for "
        'corridors on Tuesday. "We cannot wait," he said.\n'
    )
    statement = read_text(text, "report.txt")[0]
    assert (statement.kind, statement.agency, statement.date) == ("press-report", "Corvid", None)
    assert statement.title == "Envoy asks for corridors"
    assert statement.speaker is None


def test_article_names_its_publisher() -> None:
    text = (
        "Clearing the Fields\nBy Ines Corrado · 2023-04-01\n\nThe Council on March 30 adopted a "
        "resolution on clearing mines.\n\nCopyright Meridian Review All rights reserved\n"
    )
    statement = read_text(text, "article.txt")[0]
    assert (statement.kind, statement.agency) == ("article", "Meridian Review")
    assert statement.date == "2023-04-01"


def test_resolution() -> None:
    text = (
        "The Security Council,\n\nRecalling its earlier resolutions,\n\n1. Calls upon all parties "
        "to clear mines;\n\n2. Decides to remain seized of the matter.\n"
    )
    assert read_text(text, "r.txt")[0].kind == "resolution"


def test_language_is_told() -> None:
    french = (
        "Monsieur le Président, je vous remercie d'avoir convoqué cette séance. La France "
        "soutient les efforts du Secrétaire général et appelle toutes les parties à la retenue."
    )
    assert read_text(french, "f.txt")[0].language == "fr"
    assert _read("").language == "en"
    assert read_text("Ja", "f.txt")[0].language is None
