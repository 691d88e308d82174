"""Which documents are looked at for one that is added: the keys that each is found by, and those that it looks for.

A key by itself must be rare however much is in the ledger. What thousands of documents have (a great city, a name, a
number of dead) is a key together with the days of publication, and is one sign among several that are needed: each key
that is looked for has points, and only documents with POINTS_NEEDED are candidates. Who is a candidate of whom hangs on
the two documents alone, and holds either way round.
"""

from collections.abc import Iterable, Iterator, Mapping

from corroborate.model.keys import Keys
from corroborate.names.fold import fold
from corroborate.reconcile.stories.profiles import Profile
from corroborate.reconcile.stories.wording import most_telling

POINTS_NEEDED = 10
# What one shared key of a kind is worth. Two runs of copied words, two names, a name and a word, a great city and a
# number of dead make a candidate; three words do not.
POINTS: Mapping[str, int] = {"place": 10, "onset": 10, "text": 5, "name": 7, "city": 7, "word": 3, "toll": 3}
# Where one of the two has no day, a town or a campaign needs something beside it: towns are in the news for years.
POINTS_UNDATED: Mapping[str, int] = {**POINTS, "place": 7, "onset": 7}
# So many names and words of a document are keys: the most frequent names, the words that weigh most.
_MOST_NAMES = 12
_MOST_WORDS = 8
# Documents published in one window, or in the next to it, are near enough to tell of one event.
WINDOW_DAYS = 10
# Undated documents are told apart from dated ones; both are found by documents that have no day to look with.
_UNDATED = "@-"
_ANY_DAY = "@*"


def keys_of(profile: Profile, runs: Iterable[str] = ()) -> Keys:
    """The keys of one document; `runs` are the keys of its words that copies share."""
    stored, wanted = set[str](), dict[str, int]()
    for kind, value in (*_signs(profile), *(("text", run) for run in runs)):
        earlier = _told_windows(kind, profile)
        for window in (*_own_windows(kind, profile.day), *(f"@{number}" for number in earlier)):
            stored.add(_key(kind, value, window))
        for window in (*_other_windows(kind, profile.day), *_around(earlier)):
            undated = window in (_UNDATED, _ANY_DAY)
            wanted[_key(kind, value, window)] = (POINTS_UNDATED if undated else POINTS)[kind]
    return Keys(frozenset(stored), wanted, POINTS_NEEDED)


def _signs(profile: Profile) -> Iterator[tuple[str, str]]:
    """What documents of one story may share, as kind and value."""
    yield from (("onset", value) for value in profile.onsets)
    yield from (("city" if value in profile.common else "place", value) for value in profile.spots)
    yield from (("toll", value) for value in profile.tolls)
    names = most_telling(profile.names.items(), _MOST_NAMES)
    yield from (("name", value) for value in names)
    words = ((word, weight) for word, weight in profile.words.items() if fold(word) not in profile.names)
    yield from (("word", value) for value in most_telling(words, _MOST_WORDS))


def _key(kind: str, value: str, window: str) -> str:
    return f"{kind}:{value}{window}"


# An incident is told again after a month, at its anniversaries, at a trial.
_RETOLD_DAYS = 3660
# Of the days that a document tells of so many are looked for, the earliest first: a chronicle names hundreds.
_MOST_DAYS = 6


# Copies are made at any time.
_TIMELESS = frozenset(("text",))
# What says too little where no day is known.
_DATED_ONLY = frozenset(("word",))


def _own_windows(kind: str, day: int | None) -> Iterator[str]:
    if kind in _TIMELESS:
        yield ""
    elif day is not None:
        yield f"@{day // WINDOW_DAYS}"
        if kind not in _DATED_ONLY:
            yield _ANY_DAY
    elif kind not in _DATED_ONLY:
        yield _UNDATED


def _told_windows(kind: str, profile: Profile) -> tuple[int, ...]:
    """For a place: the windows of days long before its publication that a document tells of. It retells them."""
    if kind != "place" or profile.day is None:
        return ()
    days = sorted(day for day in profile.told_days if 0 < profile.day - day <= _RETOLD_DAYS)
    return tuple(sorted({day // WINDOW_DAYS for day in days[:_MOST_DAYS]} - {profile.day // WINDOW_DAYS}))


def _around(windows: Iterable[int]) -> Iterator[str]:
    return (f"@{number + step}" for number in windows for step in (-1, 0, 1))


def _other_windows(kind: str, day: int | None) -> Iterator[str]:
    if kind in _TIMELESS:
        yield ""
        return
    if kind not in _DATED_ONLY:
        yield _UNDATED
        if day is None:
            yield _ANY_DAY
    if day is not None:
        yield from (f"@{day // WINDOW_DAYS + step}" for step in (-1, 0, 1))
