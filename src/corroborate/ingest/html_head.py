"""What a page's head states about the article: meta tags, JSON-LD, canonical address, title."""

import json
import re
from typing import Any

from corroborate.ingest.html_blocks import Attributes
from corroborate.ingest.metadata import FIELDS, clean_value, iso_moment
from corroborate.model.document import Metadata

# Field <- names of meta tags (property, name or itemprop), best first.
META_NAMES: dict[str, tuple[str, ...]] = {
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate",
        "publishdate", "publish_date", "date",
    ),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "title": ("og:title", "headline", "parsely-title", "sailthru.title", "dc.title", "twitter:title"),
    "byline": ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator"),
}  # fmt: skip
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Posting|Report|WebPage")
# " - The Eastgate Daily", " | Eastgate" behind the headline in a page's title.
TITLE_TAIL = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
# JSON-LD of an article with its whole text reaches 200 kB.
LONGEST_JSON = 1_000_000
ADDRESS = re.compile(r"https?://[^\s<>\"']{3,2000}$")


class HeadFacts:
    """Collects what start tags state; `metadata` says what came of it."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._linked: dict[str, str] = {}
        self._canonical: str | None = None
        self._title: str | None = None

    def start(self, tag: str, attributes: Attributes, text: str | None) -> None:
        """A start tag with the text right behind it."""
        if tag == "meta":
            self._take_meta(dict(attributes))
        elif tag == "link":
            named = dict(attributes)
            if named.get("rel", "").lower() == "canonical" and not self._canonical:
                self._canonical = named.get("href")
        elif tag == "title" and text and not self._title:
            self._title = text
        elif tag == "script" and text and dict(attributes).get("type", "").lower() == "application/ld+json":
            self._take_json(text)

    def metadata(self) -> Metadata:
        """The fields that the head states; dates and addresses only where they are well formed."""
        values = {field: self._value(field) for field in FIELDS}
        values["url"] = next((a for a in (self._canonical, values["url"]) if a and ADDRESS.match(a.strip())), None)
        values["title"] = values["title"] or (TITLE_TAIL.sub("", clean_value(self._title or "") or "") or None)
        if values["byline"] and values["byline"].startswith(("http:", "https:")):
            values["byline"] = None
        return Metadata(**{field: clean_value(value) if value else None for field, value in values.items()})

    def _value(self, field: str) -> str | None:
        candidates = [self._linked.get(field), *(self._meta.get(name) for name in META_NAMES[field])]
        if field == "published":
            return next((moment for moment in (iso_moment(value or "") for value in candidates) if moment), None)
        return next((value for value in candidates if value and clean_value(value)), None)

    def _take_meta(self, named: dict[str, str]) -> None:
        content = named.get("content", "")
        for key in ("property", "name", "itemprop"):
            if content and named.get(key):
                self._meta.setdefault(named[key].strip().lower(), content[:2000])

    def _take_json(self, text: str) -> None:
        try:
            data = json.loads(text[:LONGEST_JSON])
        except (ValueError, RecursionError):
            return
        entries = data if isinstance(data, list) else [data]
        graphs = [entry.get("@graph") for entry in entries if isinstance(entry, dict)]
        for graph in graphs:
            entries = entries + (graph if isinstance(graph, list) else [])
        for entry in entries:
            if isinstance(entry, dict) and ARTICLE_TYPES.search(str(entry.get("@type"))):
                self._take_article(entry)

    def _take_article(self, entry: dict[str, Any]) -> None:
        stated = {
            "title": entry.get("headline"),
            "published": entry.get("datePublished"),
            "byline": _names(entry.get("author")),
            "outlet": _names(entry.get("publisher")),
            "url": entry.get("url"),
        }
        for field, value in stated.items():
            if isinstance(value, str) and value.strip():
                self._linked.setdefault(field, value[:2000])


def _names(value: object) -> str | None:
    """The name or names that JSON-LD gives a person or a body, in any of its shapes."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        names = [name for name in (_names(item) for item in value[:20]) if name]
        return ", ".join(names) or None
    return None
