import pytest

from corroborate.export.wording import counted, day_in_words, harmless, listed, shown_name, speakers
from corroborate.model.interval import Interval
from corroborate.testing.builders import a_claim, a_document, an_actor

DAYS = [
    ("2015-09-30", "2015-09-30", "30 September 2015"),
    ("2015-09-28", "2015-09-30", "28–30 September 2015"),
    ("2015-09-28", "2015-10-02", "28 September – 2 October 2015"),
    ("2015-12-30", "2016-01-02", "30 December 2015 – 2 January 2016"),
    ("2015-09-01", "2015-09-30", "September 2015"),
    ("2015-01-01", "2015-12-31", "2015"),
    ("2015-01-01", "2017-12-31", "2015–2017"),
    ("2017-01-01", None, "since 2017"),
    ("2017-03-04", None, "since 4 March 2017"),
    (None, "2017-03-04", "until 4 March 2017"),
    ("2015-09-30T10:00:00Z", "2015-09-30T11:00:00Z", "30 September 2015"),
]


@pytest.mark.parametrize(("earliest", "latest", "words"), DAYS)
def test_an_interval_is_said_as_a_reader_says_it(earliest: str | None, latest: str | None, words: str) -> None:
    assert day_in_words(Interval(earliest, latest, None, "stated", None)) == words


def test_an_open_day_shows_the_words_that_name_it() -> None:
    assert day_in_words(Interval(None, None, None, "relative", "on Wednesday")) == "day not known (“on Wednesday”)"


def test_a_count_agrees_with_its_noun() -> None:
    assert counted(1, "line") == "1 line"
    assert counted(1204, "story", "stories") == "1,204 stories"


def test_a_long_list_says_how_many_it_leaves_out() -> None:
    assert listed(("a", "b", "c"), 2) == "a · b · 1 more"


def test_what_would_steer_a_terminal_is_shown_and_not_sent() -> None:
    assert harmless("a\x1b[2Jb\u202ec\x07\nd") == "a�[2Jb�c�\nd"


def test_a_speaker_is_named_once_with_all_ways() -> None:
    first = a_document("The mayor said shells fell.", outlet="Courier")
    second = a_document("The mayor said houses burned.", outlet="Gazette")
    mayor = an_actor("The mayor")
    claims = (a_claim("shells fell", first, speaker=mayor), a_claim("houses burned", second, speaker=mayor))
    assert speakers(claims, 4) == "The mayor (via Courier; via Gazette)"


def test_an_outlet_in_its_own_voice_says_so() -> None:
    claim = a_claim("Shells fell", a_document("Shells fell on the town.", outlet="Courier"))
    assert speakers((claim,), 4) == "Courier itself"


def test_speakers_met_by_one_way_share_its_name() -> None:
    page = a_document("The mayor said shells fell. The baker said houses burned.", outlet="Courier")
    mayor, baker = an_actor("The mayor"), an_actor("The baker")
    claims = (a_claim("shells fell", page, speaker=mayor), a_claim("houses burned", page, speaker=baker))
    assert speakers(claims, 4) == "The mayor · The baker (both via Courier)"
    assert speakers(claims, 4, page="Courier") == "The mayor · The baker"


def test_an_address_is_named_by_its_host() -> None:
    assert shown_name("http://www.wire.example/2015/jets-strike") == "wire.example"
    assert shown_name("The Courier") == "The Courier"
