"""Words that decide whether two names are one: they tell apart, they say nothing, or they are names of their own."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that are one another's opposite or alternative: where two names hold different ones of a row, they are two.
CONTRASTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("compass", ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
                 "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
                 "southwestern", "central")),
    ("height", ("upper", "lower", "middle")),
    ("size", ("greater", "lesser", "little", "great", "big", "small")),
    ("age", ("old", "new")),
    ("side", ("left", "right", "inner", "outer")),
    ("branch", ("air", "land", "ground", "naval", "navy", "army", "marine", "coast")),
    ("body", ("ministry", "party", "police", "court", "council", "parliament", "university", "hospital", "bank")),
    ("colour", ("red", "blue", "green", "white", "black", "yellow", "orange")),
    ("sex", ("men", "women", "boys", "girls")),
)  # fmt: skip

# Spelling of number words and ordinals; figures, "1st" and Roman numerals are read by rule.
NUMBERS: tuple[tuple[str, int], ...] = (
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
    ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("one", 1), ("two", 2),
    ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
    ("ii", 2), ("iii", 3), ("iv", 4), ("vi", 6), ("vii", 7), ("viii", 8), ("ix", 9),
    ("xi", 11), ("xii", 12), ("xiii", 13), ("xiv", 14), ("xv", 15), ("xvi", 16), ("eleven", 11), ("twelve", 12),
    ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
    ("nineteen", 19), ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16),
    ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
)  # fmt: skip
# Tens, to which a following unit belongs; "fourty" is the commonest misspelling of a number.
TENS: tuple[tuple[str, int], ...] = (
    ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70),
    ("eighty", 80), ("ninety", 90), ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50),
)  # fmt: skip

# Words that one spelling of a name has and another leaves out.
OPTIONAL_WORDS = _words(
    "the of and for in group movement organization city town village province governorate district region state "
    "county oblast municipality area mr mrs ms dr inc incorporated "
    " ltd llc co company corp corporation limited plc ag gmbh sa"
)
# Words that are never slips for one another, however alike: names of countries, and words that names are made of.
NEVER_TYPOS_OF_EACH_OTHER = _words(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus "
    "belgium benin bolivia bosnia botswana brazil bulgaria burundi cambodia cameroon canada chad chile china colombia "
    "congo croatia cuba cyprus denmark djibouti dominica ecuador egypt eritrea estonia ethiopia finland france gabon "
    "gambia georgia germany ghana greece guatemala guinea guyana haiti honduras hungary iceland india indonesia iran "
    "iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kurdistan kyrgyzstan laos latvia "
    "lebanon liberia libya lithuania macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius "
    "mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria "
    "norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda "
    "senegal serbia singapore slovakia slovenia somalia somaliland spain sudan sweden switzerland syria taiwan "
    "tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela "
    "vietnam yemen zambia zimbabwe minister ministry military militia police policy national rational international "
    "islamic state states division brigade battalion front army north south east west northern southern eastern "
    "western hospital hostile health wealth hassan hussein hasan husayn hussain"
)
