"""Who speaks, read from a speaker line: "Mr. Heusgen (Germany)", "Germany" or a country code."""

from __future__ import annotations

import re

from summarize.edit.person import State, state

_CODES = """
AFG Afghanistan|AGO Angola|ALB Albania|AND Andorra|ARE the United Arab Emirates|ARG Argentina
ARM Armenia|ATG Antigua and Barbuda|AUS Australia|AUT Austria|AZE Azerbaijan|BDI Burundi
BEL Belgium|BEN Benin|BFA Burkina Faso|BGD Bangladesh|BGR Bulgaria|BHR Bahrain|BHS the Bahamas
BIH Bosnia and Herzegovina|BLR Belarus|BLZ Belize|BOL Bolivia|BRA Brazil|BRB Barbados|BRN Brunei
BTN Bhutan|BWA Botswana|CAF the Central African Republic|CAN Canada|CHE Switzerland|CHL Chile
CHN China|CIV Côte d'Ivoire|CMR Cameroon|COD the Democratic Republic of the Congo|COG the Congo
COL Colombia|COM the Comoros|CPV Cabo Verde|CRI Costa Rica|CUB Cuba|CYP Cyprus|CZE Czechia
DEU Germany|DJI Djibouti|DMA Dominica|DNK Denmark|DOM the Dominican Republic|DZA Algeria
ECU Ecuador|EGY Egypt|ERI Eritrea|ESP Spain|EST Estonia|ETH Ethiopia|EU the European Union
FIN Finland|FJI Fiji|FRA France|FSM Micronesia|GAB Gabon|GBR the United Kingdom|GEO Georgia
GHA Ghana|GIN Guinea|GMB the Gambia|GNB Guinea-Bissau|GNQ Equatorial Guinea|GRC Greece|GRD Grenada
GTM Guatemala|GUY Guyana|HND Honduras|HRV Croatia|HTI Haiti|HUN Hungary|IDN Indonesia|IND India
IRL Ireland|IRN Iran|IRQ Iraq|ISL Iceland|ISR Israel|ITA Italy|JAM Jamaica|JOR Jordan|JPN Japan
KAZ Kazakhstan|KEN Kenya|KGZ Kyrgyzstan|KHM Cambodia|KIR Kiribati|KNA Saint Kitts and Nevis
KOR the Republic of Korea|KWT Kuwait|LAO the Lao People's Democratic Republic|LBN Lebanon
LBR Liberia|LBY Libya|LCA Saint Lucia|LIE Liechtenstein|LKA Sri Lanka|LSO Lesotho|LTU Lithuania
LUX Luxembourg|LVA Latvia|MAR Morocco|MCO Monaco|MDA Moldova|MDG Madagascar|MDV Maldives|MEX Mexico
MHL the Marshall Islands|MKD North Macedonia|MLI Mali|MLT Malta|MMR Myanmar|MNE Montenegro
MNG Mongolia|MOZ Mozambique|MRT Mauritania|MUS Mauritius|MWI Malawi|MYS Malaysia|NAM Namibia
NER the Niger|NGA Nigeria|NIC Nicaragua|NLD the Netherlands|NOR Norway|NPL Nepal|NRU Nauru
NZL New Zealand|OMN Oman|PAK Pakistan|PAN Panama|PER Peru|PHL the Philippines|PLW Palau
PNG Papua New Guinea|POL Poland|PRK the Democratic People's Republic of Korea|PRT Portugal
PRY Paraguay|PSE Palestine|QAT Qatar|ROU Romania|RUS the Russian Federation|RWA Rwanda
SAU Saudi Arabia|SDN the Sudan|SEN Senegal|SGP Singapore|SLB Solomon Islands|SLE Sierra Leone
SLV El Salvador|SMR San Marino|SOM Somalia|SRB Serbia|SSD South Sudan|STP Sao Tome and Principe
SUR Suriname|SVK Slovakia|SVN Slovenia|SWE Sweden|SWZ Eswatini|SYC Seychelles
SYR the Syrian Arab Republic|TCD Chad|TGO Togo|THA Thailand|TJK Tajikistan|TKM Turkmenistan
TLS Timor-Leste|TON Tonga|TTO Trinidad and Tobago|TUN Tunisia|TUR Türkiye|TUV Tuvalu
TZA Tanzania|UGA Uganda|UKR Ukraine|URY Uruguay|USA the United States|UZB Uzbekistan
VAT the Holy See|VCT Saint Vincent and the Grenadines|VEN Venezuela|VNM Viet Nam|VUT Vanuatu
WSM Samoa|YEM Yemen|YUG Yugoslavia|ZAF South Africa|ZMB Zambia|ZWE Zimbabwe
"""
_NAMES = dict(row.split(" ", 1) for row in re.split(r"[|\n]+", _CODES.strip()))
_KNOWN = frozenset(name.removeprefix("the ") for name in _NAMES.values())
_BRACKET = re.compile(r"\(([^()]+)\)")
_SHORT = {"United States of America": "United States", "United Kingdom of Great Britain and "
          "Northern Ireland": "United Kingdom", "Turkey": "Türkiye"}  # fmt: skip


_TITLES = {"mr": "he", "sir": "he", "ms": "she", "mrs": "she", "miss": "she"}


def side(delegation: str | None, speaker: str | None) -> State | None:
    """Who "we" is: the delegation, else what the speaker's name or code tells."""
    return state(delegation) or side_of(speaker)


def side_of(speaker: str | None) -> State | None:
    """The State that a speaker line names, "he" or "she" after a title without a State, or None."""
    line = (speaker or "").strip()
    if line in _NAMES:
        return state(_NAMES[line])
    for candidate in (line, *_BRACKET.findall(line)):
        name = _SHORT.get(candidate.strip(), candidate.strip())
        if name in _KNOWN or f"the {name}" in _NAMES.values():
            return state(f"the {name}" if f"the {name}" in _NAMES.values() else name)
    title = re.match(r"([A-Za-z]+)\.? ", line)
    pronoun = _TITLES.get(title.group(1).lower()) if title else None
    return State(pronoun, person=True) if pronoun else None
