"""English verb forms by rule and a table of irregular verbs: no more than reported speech needs."""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.edit.words import word_set

_TABLE = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
beget begot begotten
befall befell befallen|begin began begun|bend bent bent|bet bet bet|bid bid bid
bind bound bound
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
flee fled fled|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen
get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had
hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left|lend lent lent
let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
mislead misled misled|mistake mistook mistaken|outgrow outgrew outgrown|overcome overcame overcome
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|partake partook partaken|pay paid paid|put put put|quit quit quit
read read read|rebuild rebuilt rebuilt|rid rid rid|ride rode ridden|ring rang rung|rise rose risen
run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept
slide slid slid|sow sowed sown|speak spoke spoken|spend spent spent|spin spun spun
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stem stemmed stemmed|stick stuck stuck|strike struck struck|strive strove striven
swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
undergo underwent undergone|underlie underlay underlain|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset
wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
write wrote written|rewrite rewrote rewritten|override overrode overridden|undercut undercut undercut
offset offset offset|reset reset reset|repay repaid repaid|misunderstand misunderstood misunderstood
rethink rethought rethought|grind ground ground|outdo outdid outdone|bite bit bitten
"""
_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (row.split() for row in re.split(r"[|\n]+", _TABLE.strip()))
}
PAST_FORMS = frozenset(
    form for base, forms in _IRREGULAR.items() for form in forms if form not in _IRREGULAR
)
_FINITE = {
    "am": "was", "is": "was", "are": "were", "'s": "was", "'re": "were", "'m": "was",
    "has": "had", "'ve": "had", "does": "did", "will": "would", "'ll": "would", "can": "could",
    "may": "might", "cannot": "could not", "shall": "would", "won't": "would not",
}  # fmt: skip
_DOUBLING = word_set(
    "fit outfit commit submit admit permit omit emit transmit refer prefer occur incur confer defer "
    "deter "
    "control compel propel expel dispel patrol equip regret rebut forget begin abet remit recur "
    "concur infer transfer debar abhor excel fulfil enrol instil underpin outwit plan "
    "stop step drop ship trap map "
    "grab rob stem ban scan pin win cut put set let get run sit shut split spin swim dig hit rid "
    "beg plug tap cap strip trim slip skip clap chop shed bar mar star spur stir plot spot jot nod "
    "pad wed rub scrub stab shop top wrap whip dim hum sum cancel travel label model level fuel "
    "lag drag flag kidnap overlap grip scrap jam slam blur stun hug tag rig brag "
    "signal channel marvel quarrel total unravel counsel program format"
)
_SILENT_E_KEPT = ("ee", "oe", "ye")
_VOWELS = "aeiou"


def base_of(verb: str) -> str:
    """The plain form of a third-person form ("carries" to "carry"); other forms unchanged."""
    word = verb.lower()
    if word in {"has", "does", "goes", "undergoes"}:
        return {"has": "have", "does": "do", "goes": "go", "undergoes": "undergo"}[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


@lru_cache(maxsize=8192)
def past(verb: str) -> str:
    """The simple past of a plain or third-person form ("is" to "was", "calls" to "called")."""
    word = verb.lower()
    if word in _FINITE:
        return _FINITE[word]
    base = base_of(word)
    return _IRREGULAR[base][0] if base in _IRREGULAR else _regular(base)


@lru_cache(maxsize=8192)
def participle(base: str) -> str:
    """The past participle of a plain form."""
    word = base.lower()
    if word == "be":
        return "been"
    return _IRREGULAR[word][1] if word in _IRREGULAR else _regular(word)


@lru_cache(maxsize=8192)
def gerund(base: str) -> str:
    """The -ing form of a plain form."""
    word = base.lower()
    if word.endswith("ing") and len(word) > len("string"):
        return word
    if word == "be":
        return "being"
    if word in {"die", "lie", "tie", "vie", "underlie"}:
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(_SILENT_E_KEPT):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and len(base) > 1 and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "ked"
    return _doubled(base) + "ed"


def _doubled(base: str) -> str:
    return base + base[-1] if base in _DOUBLING or _SHORT.match(base) else base


_SHORT = re.compile(r"^(?:qu|[^aeiouy])*[aeiou][bdfgklmnprtvz]$")
"""One syllable that ends in one vowel and one consonant ("tip", "quit")."""


_PASTS = frozenset(simple for simple, _ in _IRREGULAR.values())


def is_past(letters: str) -> bool:
    """Whether the letters can be a simple past ("met", "called")."""
    return letters.lower().endswith("ed") or letters.lower() in _PASTS


def is_past_of(later: str, earlier: str) -> bool:
    """Whether ``later`` is the simple past of the present form ``earlier``."""
    return later.lower() != earlier.lower() and past(earlier) == later.lower()


_NEVER = re.compile(
    r"[a-z]{2,}(?:tive|sive|cive|ous|ful|less|ible|uble|pable|nable|table|rable|lable)$"
)
_VERBS_SO = word_set(
    "motive enable disable table cable double trouble redouble bless process progress focus"
)


def is_no_verb(letters: str) -> bool:
    """Whether the ending is one that no verb has ("conducive", "harmless")."""
    word = letters.lower()
    return _NEVER.fullmatch(word) is not None and word not in _VERBS_SO
