"""The tables in data/lexicons and data/actors keep their shape, their keys and the codebooks' terms."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import resources
from typing import get_args

import pytest

from corroborate.model.ledger import ActorKind, Certainty, Stance
from corroborate.model.quantity import Bound, Group

DATA = resources.files("corroborate") / "data"

HEADERS = {
    "lexicons/abbreviations.csv": "form,note",
    "lexicons/approximators.csv": "phrase,bound,position,note",
    "lexicons/bodies.csv": "lemma,forms,kind,note",
    "lexicons/channels.csv": "lemma,forms,kind,note",
    "lexicons/cues.csv": "lemma,forms,frame,stance,certainty,negates,passive,note",
    "lexicons/events.csv": "lemma,forms,pos,family,plover,plover_mode,acled,acled_sub,subject,object,note",
    "lexicons/families.csv": "family,parent,attack,compatible,note",
    "lexicons/function_words.csv": "word,class",
    "lexicons/harm.csv": "lemma,forms,pos,facet,voice,note",
    "lexicons/hedges.csv": "phrase,certainty,who,note",
    "lexicons/negators.csv": "phrase,note",
    "lexicons/numbers.csv": "word,value,note",
    "lexicons/person_names.csv": "name,note",
    "lexicons/place_types.csv": "lemma,forms,kind,precision,note",
    "lexicons/ranks.csv": "title,forms,note",
    "lexicons/roles.csv": "lemma,forms,kind,anonymous,collective,speaks_for_body,group,note",
    "lexicons/units.csv": "lemma,forms,unit,group,kind,note",
    "lexicons/weapons.csv": "lemma,forms,category,family,note",
    "actors/ambiguous.csv": "alias,keys,note",
    "actors/known.csv": "key,name,kind,country,aliases,member_of,sources,note",
    "actors/state_bodies.csv": "key,name,state,kind,aliases,note",
    "actors/states.csv": "key,name,iso2,demonym,aliases,seats,offices,note",
}

# The columns that tell rows apart, where the first alone does not.
KEYS = {
    "lexicons/approximators.csv": ("phrase", "position"),
    "lexicons/cues.csv": ("lemma", "frame"),
    "lexicons/events.csv": ("lemma", "pos", "family"),
    "lexicons/function_words.csv": ("word", "class"),
    "lexicons/harm.csv": ("lemma", "pos", "facet"),
}

NOTHING = ("",)
YES_NO = ("yes", "no")
KINDS = get_args(ActorKind)
VERB_ROLES = (*NOTHING, "attacker", "target", "participant", "killed", "injured", "weapon", "place", "none")
ENUMS: dict[str, dict[str, tuple[str, ...]]] = {
    "lexicons/approximators.csv": {"bound": get_args(Bound), "position": ("before", "after", "between")},
    "lexicons/bodies.csv": {"kind": KINDS},
    "lexicons/channels.csv": {
        "kind": ("statement", "video", "platform", "post", "interview", "document", "broadcast"),
    },
    "lexicons/cues.csv": {
        "frame": (
            *("clause", "object", "responsibility", "accuse", "infinitive", "question", "according"),
            *("report-noun", "called", "adverb"),
        ),
        "stance": get_args(Stance),
        "certainty": get_args(Certainty),
        "negates": YES_NO,
    },
    "lexicons/events.csv": {"pos": ("noun", "verb"), "subject": VERB_ROLES, "object": VERB_ROLES},
    "lexicons/families.csv": {"attack": YES_NO},
    "lexicons/harm.csv": {
        "pos": ("noun", "verb", "adjective"),
        "facet": ("killed", "injured", "casualties", "missing", "displaced", "detained", "damage", "none"),
        "voice": ("active", "passive", "either", "noun"),
    },
    "lexicons/hedges.csv": {"certainty": get_args(Certainty), "who": ("speaker", "reporter")},
    "lexicons/place_types.csv": {
        "kind": ("town", "admin1", "admin2", "country", "feature", "facility"),
        "precision": ("1", "2", "3", "4", "5", "6", "7"),
    },
    "lexicons/roles.csv": {
        "kind": ("role", "population", "person"),
        "anonymous": YES_NO,
        "collective": YES_NO,
        "speaks_for_body": YES_NO,
        "group": (*NOTHING, *get_args(Group)),
    },
    "lexicons/units.csv": {"group": (*NOTHING, *get_args(Group)), "kind": ("person", "thing", "act", "measure")},
    "lexicons/weapons.csv": {
        "category": (
            *("aircraft", "drone", "bomb", "missile", "artillery", "small-arms", "explosive", "blade", "armour"),
            *("naval", "chemical", "vehicle", "other"),
        ),
    },
    "actors/known.csv": {"kind": KINDS},
    "actors/state_bodies.csv": {"kind": ("government-body", "state-forces", "organisation")},
}

PLOVER = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
ACLED = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / table).read_text(encoding="utf-8").splitlines()))


def cell(value: str) -> list[str]:
    return value.split("|") if value else []


def names_of_actors() -> Iterator[tuple[str, str]]:
    for table in ("actors/known.csv", "actors/state_bodies.csv", "actors/states.csv"):
        for row in rows(table):
            cells = (row["name"], row["aliases"], row.get("demonym", ""), row.get("seats", ""))
            for name in sorted({form for value in cells for form in cell(value)}):
                yield name, row["key"]


def actor_keys() -> list[str]:
    return [row["key"] for table in ("known", "state_bodies", "states") for row in rows(f"actors/{table}.csv")]


@pytest.mark.parametrize("table", sorted(HEADERS))
def test_a_table_has_its_columns_in_order_and_rows_of_that_width(table: str) -> None:
    lines = list(csv.reader((DATA / table).read_text(encoding="utf-8").splitlines()))
    expected = HEADERS[table].split(",")
    assert [column for column in lines[0] if column in expected] == expected
    assert [line for line in lines if len(line) != len(lines[0])] == []
    assert len(lines) > 20


@pytest.mark.parametrize("table", sorted(HEADERS))
def test_no_cell_has_stray_spaces_or_empty_forms(table: str) -> None:
    cells = [(row, value) for row in rows(table) for value in row.values()]
    assert [row for row, value in cells if value != value.strip() or "  " in value] == []
    lists = [row[name] for row in rows(table) for name in ("forms", "aliases", "compatible", "passive") if name in row]
    assert [value for value in lists if any(not part or part != part.strip() for part in cell(value))] == []


@pytest.mark.parametrize("table", sorted(HEADERS))
def test_no_key_stands_twice(table: str) -> None:
    columns = KEYS.get(table, (HEADERS[table].split(",")[0],))
    count = Counter(tuple(row[column] for column in columns) for row in rows(table))
    assert [key for key, times in count.items() if times > 1] == []


@pytest.mark.parametrize("table", sorted(HEADERS))
def test_no_form_stands_twice_in_a_row(table: str) -> None:
    named = [name for name in ("forms", "aliases", "demonym", "seats") if name in HEADERS[table].split(",")]
    assert [row for row in rows(table) for name in named if len(set(cell(row[name]))) != len(cell(row[name]))] == []


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in ENUMS for column in ENUMS[table]])
def test_a_closed_column_holds_only_its_values(table: str, column: str) -> None:
    assert sorted({row[column] for row in rows(table)} - set(ENUMS[table][column])) == []


def test_lexicons_are_lower_case_but_for_names() -> None:
    cased = {"lexicons/ranks.csv", "lexicons/abbreviations.csv", "lexicons/person_names.csv"}
    tables = [table for table in HEADERS if table.startswith("lexicons/") and table not in cased]
    first = [(table, next(iter(row.values())), row.get("forms", "")) for table in tables for row in rows(table)]
    assert [entry for entry in first if entry[1] != entry[1].lower() or entry[2] != entry[2].lower()] == []


def test_event_words_use_terms_of_plover() -> None:
    used = {(row["plover"], row["plover_mode"]) for row in rows("lexicons/events.csv")}
    known = {(kind, mode) for kind, modes in PLOVER.items() for mode in ("", *modes.split())}
    assert sorted(used - known - {("", "")}) == []


def test_event_words_use_terms_of_acled() -> None:
    used = {(row["acled"], row["acled_sub"]) for row in rows("lexicons/events.csv")}
    known = {(kind, sub) for kind, subs in ACLED.items() for sub in ("", *subs)}
    assert sorted(used - known - {("", "")}) == []


def test_only_verbs_say_what_stands_beside_them() -> None:
    bare = [row["lemma"] for row in rows("lexicons/events.csv") if (row["pos"] == "verb") != bool(row["subject"])]
    assert bare == []


def test_families_of_events_and_weapons_are_in_the_table_of_families() -> None:
    families = {row["family"] for row in rows("lexicons/families.csv")}
    used = {row["family"] for table in ("events", "weapons") for row in rows(f"lexicons/{table}.csv")} - {""}
    parents = {row["parent"] for row in rows("lexicons/families.csv")} - {""}
    assert sorted((used | parents) - families) == []


def test_families_that_no_word_names_are_left_out() -> None:
    used = {row["family"] for row in rows("lexicons/events.csv")}
    assert sorted({row["family"] for row in rows("lexicons/families.csv")} - used - {"act"}) == []


def test_compatible_families_say_so_of_each_other() -> None:
    pairs = {(row["family"], other) for row in rows("lexicons/families.csv") for other in cell(row["compatible"])}
    assert sorted((a, b) for a, b in pairs if (b, a) not in pairs or a == b) == []


def test_cues_that_negate_have_a_stance_that_can() -> None:
    wrong = [
        r["lemma"] for r in rows("lexicons/cues.csv") if r["negates"] == "no" and r["stance"] in ("denies", "rejects")
    ]
    assert wrong == []


def test_who_does_not_know_is_not_certain() -> None:
    open_ = [r for r in rows("lexicons/cues.csv") if r["stance"] in ("does-not-know", "cannot-verify")]
    assert [r["lemma"] for r in open_ if r["certainty"] != "unknown"] == []


def test_number_words_have_a_number_or_none() -> None:
    assert [r for r in rows("lexicons/numbers.csv") if not re.fullmatch(r"\d*(\.\d+)?", r["value"])] == []


@pytest.mark.parametrize(("word", "value"), [("seven", "7"), ("ninety-nine", "99"), ("dozen", "12"), ("dozens", "")])
def test_number_words_mean_what_they_say(word: str, value: str) -> None:
    assert {row["value"] for row in rows("lexicons/numbers.csv") if row["word"] == word} == {value}


@pytest.mark.parametrize(
    ("lemma", "frame", "stance"),
    [
        ("say", "clause", "asserts"),
        ("deny", "object", "denies"),
        ("rule out", "object", "denies"),
        ("reject", "object", "rejects"),
        ("claim responsibility", "responsibility", "asserts"),
        ("deny responsibility", "responsibility", "denies"),
        ("could not verify", "object", "cannot-verify"),
        ("neither confirm nor deny", "object", "cannot-verify"),
        ("did not specify", "question", "does-not-know"),
        ("vow", "infinitive", "predicts"),
        ("call for", "object", "demands"),
        ("reportedly", "adverb", "asserts"),
    ],
)
def test_a_common_cue_is_there(lemma: str, frame: str, stance: str) -> None:
    found = {(row["lemma"], row["frame"]): row["stance"] for row in rows("lexicons/cues.csv")}
    assert found[lemma, frame] == stance


@pytest.mark.parametrize("table", ["lexicons/cues.csv", "lexicons/events.csv"])
def test_verbs_that_double_their_last_letter_are_spelt_so(table: str) -> None:
    forms = {form for row in rows(table) for form in cell(row["forms"])}
    wrong = "admited shruged snubed bombbed nabed lobed swaped diged overruning stabed ramed striked shooted hitted"
    assert sorted(forms & set(wrong.split())) == []


def test_actor_keys_are_slugs_and_unique_over_all_tables() -> None:
    keys = actor_keys()
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


def test_actors_refer_to_actors_that_exist() -> None:
    keys = set(actor_keys())
    named = [key for row in rows("actors/known.csv") for key in cell(row["member_of"])]
    named += [row["state"] for row in rows("actors/state_bodies.csv")]
    named += [key for row in rows("actors/states.csv") for key in cell(row["offices"])]
    named += [key for row in rows("actors/ambiguous.csv") for key in cell(row["keys"])]
    assert sorted(set(named) - keys) == []


def test_no_actor_is_a_member_of_itself() -> None:
    parents = {row["key"]: cell(row["member_of"]) for row in rows("actors/known.csv")}

    def above(key: str, seen: tuple[str, ...] = ()) -> bool:
        return key in seen or any(above(parent, (*seen, key)) for parent in parents.get(key, []))

    assert [key for key in parents if above(key)] == []


def test_states_have_a_code_once_and_a_demonym() -> None:
    codes = [row["iso2"] for row in rows("actors/states.csv") if row["iso2"]]
    assert [code for code, times in Counter(codes).items() if times > 1 or not re.fullmatch("[A-Z]{2}", code)] == []
    assert len(codes) >= 195


def test_countries_of_actors_are_codes_of_states() -> None:
    codes = {row["iso2"] for row in rows("actors/states.csv")}
    assert sorted({row["country"] for row in rows("actors/known.csv")} - codes) == []


def test_a_name_that_two_actors_share_is_listed_as_ambiguous() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for name, key in names_of_actors():
        owners[name].add(key)
    listed = {row["alias"]: set(cell(row["keys"])) for row in rows("actors/ambiguous.csv")}
    assert {name: keys for name, keys in owners.items() if len(keys) > 1 and listed.get(name) != keys} == {}


def test_a_listed_name_is_a_name_of_the_actors_it_is_listed_for() -> None:
    owners = set(names_of_actors())
    listed = [(row["alias"], key) for row in rows("actors/ambiguous.csv") for key in cell(row["keys"])]
    assert [pair for pair in listed if pair not in owners] == []


@pytest.mark.parametrize("word", ["X", "Time", "Signal", "Dawn", "Metro", "Congress", "Ministry of Defence"])
def test_a_word_that_means_other_things_is_no_actors_name(word: str) -> None:
    assert word not in {name for name, _ in names_of_actors()}
