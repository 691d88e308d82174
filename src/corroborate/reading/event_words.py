"""Closed sets of words that tell how an act is told: as done, denied, planned, possible or many times."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before an act, in its clause: it is only intended, asked for or expected.
PLANNED = _words("""
    will would shall 'll plan plans planned planning threaten threatens threatened threatening vow vows vowed pledged
    intend intends intended prepare prepares prepared preparing impending future order ordered should must
    urge urged demand demanded poised
""")

# Two words that do the same: "called FOR a march", "about TO attack".
PLANNED_PAIRS = frozenset(
    (("called", "for"), ("call", "for"), ("calls", "for"), ("calling", "for"), ("about", "to"), ("due", "to"))
)

# Before an act: it may have happened.
POSSIBLE = _words("may might could possibly perhaps whether if unless feared fears possible potential probable maybe")

# Before an act: it did not happen, or was stopped before it could.
PREVENTED = _words("""
    not n't never no without neither nor cannot can't foiled foil thwarted thwart prevented prevent preventing averted
    avert avoided avoid stopped stop rather instead nobody none
""")

# A report of an act, before it, and what makes it untrue, after it.
REPORTS = _words("report reports claim claims allegation allegations rumour rumours rumor rumors story stories")
UNTRUE = _words("false untrue fabricated unfounded baseless fake lie lies wrong incorrect fiction groundless")

# "was denied", "do away": forms of "be" and "get" before a passive.
PASSIVE = _words("was were been being is are be got get gets getting")

# Words that stretch over more than one day.
LONG_UNITS = _words("day week month year decade")
STRETCHES = _words("campaign war wars conflict series wave uprising insurgency spate string")

# What sets one act above those before it: "the DEADLIEST attack since June" is one attack.
SUPERLATIVES = _words("""
    deadliest bloodiest worst biggest largest heaviest fiercest most first second third fourth fifth latest only
    boldest gravest
""")

# What begins another clause, for the cost of crossing it.
CLAUSE_MARKS = _words("""
    and but or while whereas after before when as because although though since until which who that where if whether
""")

# Verbs without "-ed" that end a noun phrase: "the attack ON THE STATION left".
IRREGULAR = _words("""
    left drove took began came went said ran broke fell rose made set held found brought sent led gave became kept lost
    met saw shook shot spread told wrote put cut let stood lay sat threw drew grew flew knew fled fought sank struck
    remains remain remained has have had was were is are be been being entered injured
""")

# Nouns of craft that no table of weapons has.
CRAFT = _words("""
    ship ships vessel vessels boat boats tanker tankers dhow dhows ferry ferries freighter freighters trawler trawlers
    yacht yachts barge barges plane planes aircraft airliner airliners helicopter helicopters jet jets drone drones
""")

# Beside a strike: nobody is hit.
WORK = _words("""
    worker workers union unions teachers nurses doctors miners drivers pay wages railway walkout hunger general pilots
""")

# What a trait is introduced with: "known FOR suicide attacks".
TRAITS = _words("known notorious famous infamous renowned")

# A blast that is only heard or seen from afar is no telling of an act.
HEARD = _words("heard hear hearing")
