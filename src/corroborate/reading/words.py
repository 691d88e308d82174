"""Closed sets of words that the grammar asks for, each with what it is for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Cues that may come before their subject: "...", said the mayor.
INVERTING = _words("""
    say add report claim announce write warn explain note insist declare continue recall state
""")

# Used in attribution.py.
ADDRESSING = _words("tell inform warn assure remind notify brief advise reassure")

# Used in attribution.py.
SIBLING_JOINS = _words("and but while although though whereas yet")

# Used in attribution.py.
PREPOSITIONS = _words("""
    in on at by via during after before to with from through under over for into amid following
""")

# Used in attribution.py.
EXPLETIVE = _words("clear known possible impossible unclear early difficult unknown certain")

# Used in events.py.
PLANNED = _words("""
    will would shall plan plans planned threaten threatens threatened vow vowed intend intends prepare
    prepares preparing impending planned possible future potential if avoid prevent stop
""")

# "two bombs hit the market minutes apart": no part of what was hit.
MEASURES = _words("minutes hours days weeks seconds apart ago later")

# Used in names.py.
GENERIC_BODIES = _words("""
    group organisation organization movement faction militia party agency outlet company body monitor
""")

# Used in names.py.
PLURAL = _words("they them their we")

# Used in names.py.
BODY_JOINS = _words("for of with at from in")

# Used in names.py.
AREA_WORDS = _words("""
    in of the a , near outside village town city province district region governorate county central northern
    southern eastern western northeastern northwestern southeastern southwestern north south east west
    countryside 's
""")

# Offices that a state's adjective makes the state's: a "US official" speaks for it, a "Syrian activist" does not.
SERVING = _words("""
    official diplomat officer minister authority commander spokesman spokeswoman spokesperson soldier troop
    lawmaker prosecutor investigator general ambassador envoy president leader source policeman pilot
""")

# Words that may stand inside a name between capital words.
INNER = _words(
    "of for and the al bin ibn bint abu de del la da dos du van von ul ud ur y ag ould ben el wa binti te zu di"
)

# Used in nouns.py.
LOCATIVE = _words("""
    in at near from outside around to towards toward over into across between inside within beyond off through
    via north south east west northeast northwest southeast southwest
""")

# Used in nouns.py.
KNOWN_AS = _words("known called named group militia rebels militants faction")

# Used in nouns.py.
INHABITANTS = _words("""
    mayor governor resident residents people villager villagers inhabitant inhabitants imam bishop archbishop
    native outskirts countryside suburb suburbs city town village province district region
""")

# Used in relations.py.
JUDGED = _words("""
    claim claims report reports reported allegation allegations accusation accusations account accounts video
    videos footage images statement statements demand demands charge charges figure figures toll details
""")

# Used in relations.py.
MANY = _words("these those claims reports allegations accusations accounts charges")

# Words that may join the nouns of one long phrase: "a commander WITH a group KNOWN AS ...".
JOINS = _words("""
    for of with in at from near by based known as called named the a an and's 's on across inside
""")

# Used in sources.py.
RELATIVES = _words("who whose which that where whom")

# Used in sources.py.
SUBJECT_PRONOUNS = _words("he she they it i we who")

# Used in sources.py.
BETWEEN = _words("""
    began begun started continued kept also later then again repeatedly earlier already since still both
    previously now once however not n't never meanwhile separately first just only yet even ever further
""")

# Verbs of checking: negated, they say that something could not be verified.
VERIFYING = _words("""
    verify verified verification confirm confirmed confirmation check checked corroborate corroborated
    authenticate authenticated substantiate substantiated
""")

# What makes a verb of checking one of ability or outcome, not of a plain act.
ABLE = _words("could can cannot able unable possible impossible difficult hard independently immediately be been")

# Verbs of knowing: negated before a question word, they leave it open.
KNOWING = _words(
    "know known clear establish established identify identified determine determined say tell certain sure explain"
)

# Words that open the question left open.
ASKING = _words("who whom whose what which how whether why where when if")

# Words that withhold or deny what follows them.
WITHHOLDING = _words("not n't no none neither never nobody nothing unable impossible difficult yet without cannot")

# Past forms that do not end in -ed, where a second predicate may begin ("and set fire to").
PAST = _words("""
    took set shot struck hit blew drove fell broke left went ran fled came began burnt cut held threw fought sent
    brought gave found saw heard won lost kept led met put rose sank shut laid tore beat built caught chose dug
    flew rode sought
    seized withdrew overran swept
""")

# Plain words that outlets bear as names.
MEDIA_WORDS = _words("""
    times independent guardian republic liberation sun post mirror telegraph observer star standard mail express nation
    dawn news herald tribune monitor journal national economist people world today local mercury citizen metro age
    hour week time life chronicle gazette courier globe
""")

# Words that negate a clause; "denied" and "avoid" are verbs of their own and are read as cues.
NEGATING = _words("not n't n’t no never none neither nor nobody nothing nowhere without cannot")
