"""Closed lists of English words that reported speech turns on.

The reporting verbs follow the force ladder of the house style: a verb stands for itself in the
past, so it can be neither stronger nor weaker than the speaker's own.
"""

from __future__ import annotations

from typing import Final

from summarize.edit.words import word_set

PERFORMATIVE: Final = word_set(
    "call urge request appeal demand encourage invite recommend propose suggest insist "
    "welcome commend applaud congratulate thank appreciate praise salute honour condemn "
    "deplore denounce reject oppose regret support endorse back favour reiterate reaffirm "
    "affirm confirm emphasize emphasise stress underline underscore highlight recall note "
    "acknowledge recognize recognise express extend offer convey share agree disagree believe "
    "consider hope expect trust join associate align echo commit pledge promise declare "
    "announce warn remind reassure wish value attach advocate remain mourn hail renew repeat "
    "say state maintain argue add admire assure inform look pay deem regard await count rely "
    "object doubt reserve respect fear mention point draw caution implore exhort register "
    "concur subscribe decline refuse dissociate feel think vow stand take ask see foresee understand"
)
SPEECH: Final = word_set(
    "call urge request appeal encourage invite recommend propose suggest insist welcome "
    "commend applaud congratulate thank praise salute condemn deplore denounce reiterate "
    "reaffirm affirm confirm emphasize emphasise stress underline underscore highlight recall "
    "note acknowledge recognize recognise express extend convey echo announce warn remind say "
    "state argue add mention point draw pay repeat assure inform caution honour join renew "
    "declare offer take ask"
)
LEADS: Final = (
    "would like to", "should like to", "would wish to", "wish to", "want to", "would also like to",
    "must", "can only", "can but", "have to", "feel compelled to", "am pleased to",
    "are pleased to", "am happy to", "are happy to", "am honoured to", "take this opportunity to",
    "take the opportunity to", "use this opportunity to", "use the opportunity to",
    "seize the opportunity to", "take this occasion to", "seize this opportunity to", "cannot but",
    "would",
)  # fmt: skip
ASKING: Final = word_set(
    "call calls called urge urges urged appeal appeals appealed ask asks asked encourage "
    "encourages encouraged invite invites invited request requests requested allow allows "
    "allowed enable enables enabled enabling help helps helped helping require requires "
    "required force forced lead led persuade compel press oblige obliged cause caused expect "
    "expects expected want wants need needs prompt empower assist assists assisted demand "
    "demands demanded implore exhort remind allowing requiring permit permits permitted "
    "calling urging advise advised warn warned challenge"
)
MANDATIVE: Final = word_set(
    "proposal recommendation suggestion demand insistence "
    "recommended proposed demanded insisted suggested requested urged asked recommends "
    "proposes important essential vital imperative necessary crucial critical"
)
WEAK_ADVERBS: Final = word_set(
    "also therefore thus however indeed very really truly clearly simply certainly obviously "
    "undoubtedly rightly quite actively sincerely warmly wholeheartedly nevertheless "
    "furthermore moreover accordingly consequently likewise similarly here today"
)
COMMON_FIRST: Final = word_set(
    "first second third one two three four five most many more several some few there it what "
    "when where while although as if not only nothing everything everyone everybody people "
    "women children peace security climate trust terrorism poverty nuclear humanitarian "
    "economic political social international sustainable regional national human global such "
    "other another recent today cooperation dialogue democracy development education health "
    "trade progress despite given once free full good violence war wars conflict conflicts "
    "access support efforts action civilians politicians oceans technicians physicians guardians"
)
HALVING: Final = word_set("only just merely")
"""Behind "not", words of which the other half is still to come."""
HELD: Final = {"hope": "hope", "belief": "belief", "view": "view", "conviction": "conviction",
               "opinion": "view", "expectation": "expectation", "wish": "wish"}  # fmt: skip
"""What "it is our … that" holds, by the noun that reports it."""
SAYING: Final = word_set(
    "emphasize emphasise stress recall note underline underscore reiterate point mention say "
    "add confirm draw repeat remind"
)
SPEAKERS: Final = (
    "we", "i", "my delegation", "our delegation", "my country", "our country", "my government",
    "our government", "my own country", "this delegation", "our nation", "my nation",
)  # fmt: skip
EMOTIONS: Final = word_set(
    "concerned alarmed worried disturbed troubled saddened dismayed appalled shocked "
    "disappointed pleased grateful thankful proud convinced confident encouraged heartened "
    "delighted happy glad honoured committed determined ready prepared willing aware mindful "
    "conscious opposed satisfied hopeful optimistic certain sure gratified frustrated "
    "outraged indebted privileged relieved resolved persuaded disheartened horrified keen "
    "eager sorry"
)
OPENERS: Final = tuple(
    phrase.split()
    for phrase in (
        "and",
        "but",
        "yet",
        "so",
        "moreover",
        "furthermore",
        "however",
        "nevertheless",
        "nonetheless",
        "therefore",
        "thus",
        "hence",
        "consequently",
        "accordingly",
        "additionally",
        "similarly",
        "likewise",
        "firstly",
        "secondly",
        "thirdly",
        "fourthly",
        "fifthly",
        "sixthly",
        "seventhly",
        "eighthly",
        "lastly",
        "finally",
        "unfortunately",
        "regrettably",
        "fortunately",
        "in this regard",
        "in that regard",
        "in this respect",
        "in that respect",
        "in this context",
        "in that context",
        "in this connection",
        "in that connection",
        "in that light",
        "in this light",
        "in this spirit",
        "in that spirit",
        "in that vein",
        "in this vein",
        "in the same vein",
        "to this end",
        "to that end",
        "for this reason",
        "for that reason",
        "for these reasons",
        "for those reasons",
        "in conclusion",
        "in closing",
        "in addition",
        "above all",
        "first of all",
        "of course",
        "in fact",
        "indeed",
        "that is why",
        "this is why",
        "it is for this reason that",
        "it is for that reason that",
        "it is in this context that",
        "it is in that context that",
        "it is in this spirit that",
        "it is in that spirit that",
        "for our part",
        "for my part",
        "for its part",
        "on our part",
        "in our view",
        "in my view",
        "in our opinion",
        "once again",
        "as such",
        "in particular",
        "it is clear that",
        "as we all know",
        "as we know",
        "having said that",
        "that said",
        "also",
        "it must be said that",
        "it should be said that",
        "i must say that",
        "we must say that",
        "it should be noted that",
        "it is to be noted that",
        "it is to be recalled that",
        "it is to be stressed that",
        "it should be stressed that",
        "it should be recalled that",
        "it must be noted that",
        "it must be stressed that",
        "it must be recalled that",
        "it is worth noting that",
        "it goes without saying that",
        "let me be clear",
        "let me be very clear",
        "let me be absolutely clear",
        "let me also be clear",
        "we must be clear that",
        "suffice it to say that",
        "needless to say",
        "the fact is that",
        "the truth is that",
        "the reality is that",
        "we all know that",
        "we know that",
        "as a result",
        "by the same token",
        "on that note",
        "on this point",
        "to conclude",
        "mr. president",
        "madam president",
        "mr. chairman",
    )
)
COMMA_OPENERS: Final = tuple(
    phrase.split()
    for phrase in (
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "in response", "in turn", "now", "well", "again", "again and again", "here", "today", "then", "too", "still",
        "meanwhile", "at the same time", "on the other hand", "on the one hand", "excellencies",
        "ladies and gentlemen", "distinguished delegates", "distinguished colleagues", "colleagues",
        "dear colleagues", "dear friends", "my friends", "friends", "mr president", "madame president",
        "tenth", "eleventh", "twelfth", "for example", "for instance", "last but not least",
        "first and foremost", "more specifically", "specifically", "clearly", "obviously", "sadly",
        "in short", "in sum", "in summary", "in turn", "in other words", "in that sense",
        "in this sense", "against this background", "against that background", "in light of this",
        "in light of that", "in the light of this", "with this in mind", "with that in mind",
        "under these circumstances", "under those circumstances", "in these circumstances",
        "likewise", "worse still", "better still", "worse", "besides", "naturally", "undoubtedly", "no doubt", "alas", "next", "equally",
        "equally important", "importantly", "most importantly", "secondly", "in essence",
        "for", "at this point", "at this stage", "at this juncture", "in closing", "before concluding",
        "before i conclude", "in concluding", "to our regret", "to our great regret", "to my regret",
        "to our dismay", "to do that", "to do so", "to do this", "for that to happen",
        "in general", "generally speaking", "quite the contrary", "on the contrary", "after all",
        "in reality", "to be sure", "let us be clear", "let us be frank", "frankly", "personally",
        "as a first step", "the first", "the second", "the third", "my first point",
        "my second point", "my third point", "on this occasion", "on that basis", "on this basis",
    )
)  # fmt: skip
CONDITIONS: Final = word_set(
    "if unless without except only until provided rather instead despite not nor unlike "
    "subject save pending whether lest otherwise"
)
PREPOSITIONS: Final = word_set(
    "of in on at by for with from to into onto through throughout during under over within "
    "across between among amongst towards toward upon against about around regarding "
    "concerning including despite since via per as than beyond behind below above along "
    "alongside without after before until till amid"
)
ARTICLES: Final = word_set("the a an")
DETERMINERS: Final = word_set(
    "the a an this that these those its their our my your his her each every all any some no "
    "both either neither such another whose"
)
TAILS: Final = tuple(
    phrase.split()
    for phrase in (
        "in order to", "so as to", "so that", "with a view to", "with the aim of",
        "with the goal of", "in the context of", "in the framework of", "within the framework of",
        "in line with", "in accordance with", "in keeping with", "in conformity with",
        "as a means of", "for the sake of", "because of", "because", "since", "while", "where",
        "in view of", "in light of", "in the light of", "thanks to", "as well as", "including",
        "such as", "in particular", "particularly", "especially", "by", "through", "under",
        "during", "within", "across", "throughout", "in", "at", "who", "which", "that", "whose",
        "when", "among", "after", "before",
    )
)  # fmt: skip
NEEDY: Final = word_set(
    "participant participants contributor contributors signatory contravention breach breaches disengagement withdrawal occupation territories comments "
    "fulfilment fulfillment implementation follow-up need needs ability right rights commitment "
    "effort efforts opportunity decision "
    "responsibility responsibilities determination readiness willingness duty obligation "
    "obligations way ways time chance desire intention mandate capacity power failure refusal "
    "attempt attempts pledge request call calls appeal freedom authority focus focused rely "
    "depend depends based aim aims aimed result lead leads contribute contributes access "
    "threat threats part respect belong belongs attention importance lack number role roles "
    "doubt doubts action actions conditions rest majority end led due thanks according "
    "subject relation terms order interest steps measures step measure potential means plan "
    "plans reason transition return response responses solution solutions attack attacks "
    "support violation violations contribution contributions approach increase decrease "
    "reduction participation investment impact effect effects shift answer key path road wish "
    "hope invitation work works quest search struggle fight progress position engagement "
    "confidence involvement trust belief success developments situation resources "
    "opportunities capabilities tools assistance changes change improvements difference "
    "differences place parties used use basis context framework"
)
INCLUSIVE_NOUNS: Final = word_set(
    "common shared collective world planet organization charter time times era age century "
    "future globe humanity humankind species earth oceans ocean goals agenda societies "
    "generation generations midst debate meeting session discussions discussion deliberations "
    "assembly council membership multilateral global joint mutual international work "
    "universal attention efforts colleagues friends children heads lives lifetime doorstep "
    "civilization secretary-general secretariat theme president-elect chair presidents"
)
NATIONAL_NOUNS: Final = word_set(
    "province provinces compatriots nationals voters coastline gdp imports embassy diaspora king queen emir "
    "majesty cabinet ministry fishermen harvest referendum "
    "country nation government delegation people president minister prime foreign parliament "
    "defence forces police constitution state republic citizens population national territory economy capital army "
    "soldiers troops ambassador mission neighbours neighbour neighbors region subregion "
    "island islands independence sovereignty history candidature candidacy presidency "
    "chairmanship borders border contribution commitment position support own gratitude "
    "appreciation thanks condolences solidarity deep deepest sincere full strong firm "
    "readiness willingness concern concerns conviction belief hope view views part call "
    "appeal determination steadfast heartfelt sympathy congratulations satisfaction sincerest "
    "warmest unwavering continued proposal proposals initiative offer draft performance revenues "
    "exports farmers desire rejection preference experience policy policies accession ratification "
    "opposition vision strategy"
)
STATE_NOUNS: Final = word_set(
    "country nation government people president minister parliament constitution republic "
    "citizens population territory economy capital army soldiers troops police delegation"
)
STATE_ACTS: Final = word_set(
    "sign ratify launch contribute deploy host send train provide allocate reduce "
    "increase introduce enact accede cosponsor co-sponsor submit invest donate abolish "
    "amend approve appoint vote abstain pass prosecute arrest dismantle receive shelter "
    "grant offer formulate develop conduct repatriate evacuate spend "
    "plant pay collaborate cooperate maintain extend open present sponsor finance fund supply "
    "participate chair preside incorporate draft elaborate nationalize privatize "
    "reform modernize restore inaugurate construct"
)
