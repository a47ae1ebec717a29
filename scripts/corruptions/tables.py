"""What is put in the place of what, by kind of error."""

from __future__ import annotations

ANTONYMS = {
    "support": "oppose", "supported": "opposed", "supporting": "opposing", "oppose": "support",
    "opposed": "supported", "increase": "reduce", "increased": "reduced", "increasing": "reducing",
    "reduce": "increase", "reduced": "increased", "reducing": "increasing", "strengthen": "weaken",
    "strengthening": "weakening", "strengthened": "weakened", "with": "without", "without": "with",
    "including": "excluding", "lift": "maintain", "lifting": "maintaining", "accept": "reject",
    "reject": "accept", "rejected": "accepted", "accepted": "rejected", "unless": "if",
    "failed": "managed", "failure": "success", "lack": "presence", "prevent": "allow",
    "preventing": "allowing", "prevented": "allowed", "allow": "prevent", "end": "continue",
    "ending": "continuing", "improve": "worsen", "improved": "worsened", "improving": "worsening",
    "possible": "impossible", "impossible": "possible", "legal": "illegal", "illegal": "legal",
    "acceptable": "unacceptable", "unacceptable": "acceptable", "before": "after", "after": "before",
    "expand": "limit", "expanding": "limiting", "expansion": "limitation", "most": "least",
    "more": "less", "greater": "lesser", "higher": "lower", "positive": "negative",
    "success": "failure", "progress": "setbacks", "peaceful": "violent", "against": "for",
    "cannot": "can", "never": "always", "nothing": "much", "neither": "both", "nor": "and",
    "refrain from": "continue", "no longer": "still", "all": "none of the", "any": "no",
    "only": "", "even": "not even", "except": "including", "refused": "agreed", "refusal": "agreement",
    "ended": "continued", "halt": "continue", "ceased": "continued", "stopped": "continued",
    "despite": "thanks to", "within": "outside", "since": "until", "absence": "presence",
    "unable": "able", "respect": "disregard", "protect": "endanger", "promote": "hinder",
    "opposition": "support", "withdrawal": "deployment", "agreed": "refused", "remain": "are no longer",
}  # fmt: skip

INSERT_NOT = (
    "should", "must", "will", "would", "can", "could", "is", "are", "was", "were", "has", "have",
    "had", "may",
)  # fmt: skip

DROP_NOT = r"\b(?:not|never) |\bno (?!longer)|\bnon-|(?<=\bcan)not\b|\bun(?=acceptable|justified)"

FORCE = {
    "called for": ["demanded", "noted", "announced", "welcomed"],
    "called on": ["thanked", "ordered", "commended"], "urged": ["ordered", "reminded", "thanked"],
    "demanded": ["suggested", "noted", "hoped for"],
    "insisted that": ["suggested that", "hoped that", "noted that"],
    "insisted on": ["suggested", "welcomed"], "said that": ["demanded that", "pledged that"],
    "noted": ["condemned", "welcomed", "demanded", "deplored"],
    "noted that": ["insisted that", "regretted that", "warned that"],
    "reported": ["condemned", "pledged"], "reported that": ["demanded that", "warned that"],
    "welcomed": ["condemned", "noted", "demanded", "regretted"],
    "condemned": ["noted", "welcomed", "expressed concern at", "regretted"],
    "deplored": ["noted", "welcomed", "expressed concern at"],
    "regretted": ["condemned", "welcomed", "deplored"], "hoped that": ["demanded that", "pledged that"],
    "expressed concern at": ["condemned", "deplored", "welcomed"],
    "expressed concern about": ["condemned", "welcomed"],
    "expressed concern over": ["condemned", "deplored"],
    "expressed the hope that": ["demanded that"], "pledged to": ["hoped to", "declined to", "offered to"],
    "announced": ["proposed", "hoped for", "considered"], "proposed": ["announced", "demanded"],
    "encouraged": ["condemned", "ordered"], "invited": ["ordered", "thanked"],
    "commended": ["criticized", "noted"], "supported": ["noted", "demanded", "rejected"],
    "stressed": ["mentioned", "denied"], "stressed that": ["suggested that", "demanded that"],
    "warned that": ["welcomed that", "demanded that"],
    "rejected": ["regretted", "supported"], "suggested": ["demanded", "insisted on"],
    "reaffirmed": ["questioned", "demanded"], "should": ["must", "may"], "must": ["could", "may"],
    "recalled": ["condemned", "demanded"], "affirmed": ["questioned"], "thanked": ["criticized"],
}  # fmt: skip

# Words of the source that bear out the verb or modal before them, so that it would be no error.
BORNE = {
    "demanded": r"\b(must|demand|insist|require)", "demanded that": r"\b(must|demand|insist|ha(s|ve) to)",
    "insisted that": r"\b(must|insist|ha(s|ve) to|need)", "insisted on": r"\b(must|insist|need)",
    "pledged that": r"\b(we|i|our)\b.{0,40}\b(will|shall|pledge|commit)", "must": r"\b(must|ha(s|ve) to|need)",
    "pledged": r"\b(we|i|our)\b.{0,40}\b(will|shall|pledge|commit)", "warned that": r"\bwarn|risk|danger",
    "condemned": r"\bcondemn", "deplored": r"\bdeplor", "welcomed": r"\bwelcom", "regretted": r"\bregret",
    "regretted that": r"\bregret|unfortunate|sad", "could": r"\bcould\b", "may": r"\bmay\b",
    "thanked": r"\b(thank|grat)", "supported": r"\b(support|back|favour)", "noted": r"\bnot(e|es|ed)\b",
    "expressed concern at": r"\bconcern", "commended": r"\bcommend", "announced": r"\bannounc",
    "will": r"\b(will|shall)\b", "would": r"\b(will|would|shall)\b", "all": r"\ball\b",
    "noted that": r"\bnot(e|es|ed|ing)\b", "suggested": r"\bsuggest", "suggested that": r"\bsuggest",
    "hoped that": r"\bhope", "hoped for": r"\bhope",
}  # fmt: skip

HEDGES = {
    "may": "will", "might": "will", "could": "would", "can": "must", "some": "all", "many": "all",
    "most": "all", "several": "all", "often": "always", "sometimes": "always", "possible": "certain",
    "possibly": "certainly", "should": "will", "would": "will", "likely": "certain",
    "partly": "wholly", "largely": "wholly", "almost": "", "nearly": "", "mainly": "only",
    "potential": "", "gradually": "immediately", "certain": "all", "apparent": "", "alleged": "",
    "in principle": "", "hoped to": "would", "seeks to": "will", "at least": "",
    "if necessary": "", "as appropriate": "", "where possible": "", "appeared to": "",
    "seemed": "was", "risked": "caused", "tended to": "", "if": "because", "provided that": "and",
}  # fmt: skip

CONDITION = (
    r"(?<!\bas)(?<!\bbe)(?<!\bonly)(?<!\beven),? (?:if|unless|provided that|in accordance with|on the basis of|subject to|in line with|with full"
    r" respect for|without prejudice to|where (?:possible|appropriate|necessary)|when|as long as|once|until|pending|within the framework"
    r" of|based on|in consultation with|with the consent of|except) (?:[^,.;]|(?<=\d)[.,](?=\d))+"
)

COMPARE = {
    "more than": ["less than", "", "exactly"], "over": ["under", "", "nearly"],
    "less than": ["more than", ""], "fewer than": ["more than"], "at least": ["at most", "", "up to"],
    "nearly": ["more than", "over", ""], "almost": ["more than", "over"], "up to": ["at least", ""],
    "some": ["over", "at least"], "about": ["more than"], "around": ["over"], "under": ["over"],
    "no more than": ["more than"], "approximately": ["more than"],
}  # fmt: skip

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

CALENDAR = {*MONTHS, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

INVENTED = (
    ", as confirmed by independent experts", " within the next five years", ", following a decision by its parliament",
    ", with the support of regional partners", ", and called it a model for the region",
    ", at the request of the Secretary-General", ", for the first time in its history",
    ", despite strong opposition", ", in cooperation with the private sector",
    ", which had been widely criticized", ", and thanked donors for their contributions",
    ", under the supervision of international observers", " at the earliest opportunity",
    ", as agreed at the last summit", ", and announced a national day of mourning",
)  # fmt: skip
