"""The tables behind `fold`: what may be written in two ways, one row each, with the reason.

Every row is (pattern, replacement, reason). Rows are applied in order, to lower-case words without accents.
`LIGHT` rows hardly ever make two names one; `BOLD` rows do so for short names, so those are compared by the light
key only (see `similar`).
"""

Rule = tuple[str, str, str]

# Letters that Unicode does not take apart into a base letter and an accent.
LETTERS: tuple[tuple[str, str, str], ...] = (
    ("ß", "ss", "German"),
    ("æ", "ae", "Danish, Icelandic"),
    ("œ", "oe", "French"),
    ("ø", "o", "Danish, Norwegian"),
    ("ł", "l", "Polish"),
    ("đ", "d", "Vietnamese, Croatian"),
    ("ð", "d", "Icelandic"),
    ("þ", "th", "Icelandic"),
    ("ħ", "h", "Maltese"),
    ("ı", "i", "Turkish dotless i"),
    ("ə", "a", "Azerbaijani schwa"),
    ("ŋ", "ng", "West African languages"),
    ("ɓ", "b", "Hausa, Fula"),
    ("ɗ", "d", "Hausa, Fula"),
    ("ƙ", "k", "Hausa"),
    ("&", " and ", "the sign for a word"),
)

# Signs that stand for a letter that English has not (hamza, ayn, the soft sign), or for none at all.
SILENT = "'`´‘’‚‛ʹʻʼʽʾʿˈ′″\"“”·ʺ"
# Signs that join or part words.
BREAKS = "-‐‑‒–—_./,()[]/:;"

# Whole words written short, or an old and a new way.
WORDS: tuple[tuple[str, str, str], ...] = (
    ("st", "saint", "St. Petersburg, St Louis"),
    ("ste", "sainte", "French"),
    ("sta", "santa", "Spanish, Portuguese"),
    ("sto", "santo", "Spanish, Portuguese"),
    ("mt", "mount", "Mt. Elgon"),
    ("ft", "fort", "Ft. Worth"),
    ("bn", "bin", "Arabic 'son of'"),
    ("ibn", "bin", "Arabic 'son of'"),
    ("abd", "abdul", "Abd al-Rahman, Abdul Rahman"),
    ("abdel", "abdul", "Abdel Rahman"),
    ("abdal", "abdul", "Abdal Rahman"),
    ("mohd", "muhamad", "Malay and Indian short form"),
    ("mohammed", "muhamad", "the commonest of its forty spellings"),
    ("mohamed", "muhamad", "French North Africa, Somalia"),
    ("muhammed", "muhamad", "Turkish"),
    ("ahmed", "ahmad", "too short for the vowel rules"),
    ("kheir", "khair", "too short for the vowel rules"),
    ("kfar", "kafr", "Levantine 'village'"),
    ("kafar", "kafr", "Levantine 'village'"),
    ("kefr", "kafr", "Levantine 'village'"),
    ("tel", "tall", "Arabic, Hebrew 'hill'"),
    ("tell", "tall", "Arabic 'hill'"),
    ("til", "tall", "Kurdish 'hill'"),
    ("dayr", "deir", "Arabic 'monastery'"),
    ("maaret", "maarat", "Maaret al-Numan"),
    ("dier", "deir", "Arabic 'monastery', misspelt"),
    ("ein", "ain", "Arabic, Hebrew 'spring'"),
    ("ayn", "ain", "Arabic 'spring'"),
    ("um", "umm", "Arabic 'mother of'"),
    ("om", "umm", "Arabic 'mother of'"),
    ("centre", "center", "British spelling"),
    ("defence", "defense", "British spelling"),
    ("labour", "labor", "British spelling"),
    ("organisation", "organization", "British spelling"),
)

# Arabic articles; "sh" and the rest are the forms before a letter that swallows the l.
ARTICLES = frozenset({"al", "el", "ul", "il"})
ASSIMILATED = ("sh", "th", "dh", "zh", "s", "t", "d", "z", "r", "n", "l")
# Words that a name may carry or not without being another name.
SMALL_WORDS = frozenset(
    {"the", "of", "and", "for", "in", "de", "la", "le", "les", "du", "des", "del", "los", "y", "at"}
)

LIGHT: tuple[Rule, ...] = (
    (r"(?<=[a-z])(ah|eh)$", "a", "the Arabic feminine ending: Talbisah, Talbiseh"),
    (r"ou", "u", "French u: Douma, Ghouta"),
    (r"oo", "u", "English u: Harasoon"),
    (r"ee", "i", "English i: Saraqeeb, Mayadeen"),
    (r"ph", "f", "Greek spelling"),
    (r"q", "k", "a k that English has not: Raqqa, Rakka"),
    (r"ck", "k", "German, English"),
    (r"tch", "ch", "French ch: Tchad"),
    (r"dj", "j", "French j: Djibouti, Djenné"),
    (r"sch", "sh", "German sh"),
    (r"(.)\1+", r"\1", "doubled letters are doubled or not at will: Tajamu, Tajammu"),
)

BOLD: tuple[Rule, ...] = (
    (r"kh", "h", "Khan, Han; Khama, Hama"),
    (r"gh", "g", "Ghouta, Gouta"),
    (r"dh", "d", "Dhuluiyah, Duluiyah"),
    (r"th", "t", "Haritha, Harita"),
    (r"c(?!h)", "k", "Cobane, Kobane"),
    (r"x", "ks", "Alexandroupoli"),
    (r"v", "w", "German, Polish, Kurdish, Turkish: Orvani, Urwani"),
    (r"(?<=.)y", "i", "y and i: Bayt, Bait"),
    (r"o", "u", "Hodeida, Hudaydah"),
    (r"e", "i", "Edlib, Idlib"),
    (r"ai|ii|ia(?=i)", "i", "Deir, Dayr; Qusayr, Quseir"),
    (r"(?<=.)uw?(?=[aiu])", "w", "Suwayda, Sweida, Sueida"),
    (r"(?<=.)[aiu]w(?=[^aiu]|$)", "u", "Dawma, Duma"),
    (r"au", "u", "Mauritania; Hauran, Huran"),
    (r"i+", "i", "Nabatiyya, Nabatieh"),
    (r"(.)\1+", r"\1", "what the rows above have doubled"),
)
