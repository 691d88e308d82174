"""Bytes to text, with a Problem wherever that took a guess."""

import codecs
import re

from charset_normalizer import from_bytes

from corroborate.model.problem import Problem

STAGE = "ingest"
# Longest first: the UTF-32 mark begins with the UTF-16 one.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# File signatures: PDF, zip (docx, odt, epub), gzip, PNG, JPEG, GIF, RIFF (webp), old Office, bzip2, xz, zstd, 7z, ELF,
# SQLite, RTF.
SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF",
    b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"\x7fELF",
    b"SQLite format 3", b"{\\rtf",
)  # fmt: skip
# Control characters that no text file uses; tab, newline, form feed, carriage return and escape do occur.
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
SAMPLE_BYTES = 65_536
# Text has none; a torn download has a few; programs, pictures and archives have 5 to 30 in a hundred.
MOST_CONTROLS = 0.02
# In a short text a few say nothing.
FEW_CONTROLS = 8
# Bytes of a UTF-8 text that may be damaged before it counts as some other encoding.
MOST_DAMAGED = 0.1
# English prose in a one-byte encoding has only quotation marks, dashes and a few accents outside ASCII.
ENGLISH_HIGH_BYTES = 0.03
UTF16_ZERO_SHARE = 0.3
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Browsers read these labels as windows-1252 (WHATWG Encoding), and so were the pages written.
LATIN_LABELS = frozenset({"iso8859-1", "ascii"})
# Python knows codecs that are no encodings of pages (idna, unicode_escape): only these families are believed.
PAGE_ENCODINGS = (
    "utf-8",
    "cp",
    "iso8859",
    "iso2022",
    "koi8",
    "mac",
    "gb",
    "big5",
    "euc",
    "shift",
    "hz",
    "tis",
    "johab",
)


def decode(data: bytes, name: str, *, html: bool = False) -> tuple[str | None, tuple[Problem, ...]]:
    """The text that `data` holds, without byte-order mark; None for a binary file."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _with_nuls_replaced(*_decode_as(data[len(mark) :], encoding, name), name)
    wide = _utf16_without_mark(data)
    if wide:
        return _with_nuls_replaced(*_guessed(data, wide, name), name)
    if _is_binary(data):
        message = f"{name} is not a text file: save the article as plain text or HTML"
        return None, (Problem("binary-file", message, STAGE, name=name),)
    return _with_nuls_replaced(*_decode_unmarked(data, name, html=html), name)


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return sample.startswith(SIGNATURES) or controls > max(FEW_CONTROLS, MOST_CONTROLS * len(sample))


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order where every other byte of the beginning is mostly zero: Latin text in UTF-16."""
    sample = data[:SAMPLE_BYTES]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) < UTF16_ZERO_SHARE or min(even, odd) > UTF16_ZERO_SHARE / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_unmarked(data: bytes, name: str, *, html: bool) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if html else None
    if declared not in (None, "utf-8"):
        return _decode_as(data, declared or "cp1252", name)
    damaged = data.decode("utf-8", "replace")
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if damaged.count("\ufffd") <= MOST_DAMAGED * high:
        return damaged, (_damage(damaged, "utf-8", name),)
    return _guessed(data, _guess(data, high), name)


def _declared(data: bytes) -> str | None:
    """The encoding that the head of a page declares, where Python knows it."""
    match = DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        label = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    # A page whose bytes could be searched for "charset" is not UTF-16, whatever it says.
    if label in LATIN_LABELS or label.startswith(("utf-16", "utf-32")):
        return "cp1252"
    return label if label.startswith(PAGE_ENCODINGS) else None


def _guess(data: bytes, high: int) -> str:
    if high <= ENGLISH_HIGH_BYTES * len(data):
        return "cp1252"
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"


def _guessed(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    text, problems = _decode_as(data, encoding, name)
    message = f"{name} is not UTF-8; read as {encoding}: save it as UTF-8 if letters look wrong"
    return text, (Problem("encoding-guessed", message, STAGE, name=name), *problems)


def _decode_as(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    text = data.decode(encoding, "replace")
    return text, (_damage(text, encoding, name),) if "\ufffd" in text else ()


def _damage(text: str, encoding: str, name: str) -> Problem:
    count = text.count("\ufffd")
    message = f"{name}: {count} places are no valid {encoding} and read as \ufffd: get a fresh copy if they matter"
    return Problem("encoding-damaged", message, STAGE, name=name, count=count)


def _with_nuls_replaced(text: str, problems: tuple[Problem, ...], name: str) -> tuple[str, tuple[Problem, ...]]:
    """NULs as U+FFFD, one for one so that offsets stay: databases refuse or cut text that holds them."""
    count = text.count("\0")
    if not count:
        return text, problems
    message = f"{name}: {count} NUL characters read as \ufffd: the file may be damaged"
    return text.replace("\0", "\ufffd"), (*problems, Problem("nul-replaced", message, STAGE, name=name, count=count))
