"""Reading: a page as somebody who reads no Chinese sees it: what is left that they cannot read, and should."""

import re
from html.parser import HTMLParser

from gateway.english.book import CHINESE

HEARD = ("aria-label", "title", "alt", "placeholder", "value", "content")
"""Attributes whose words reach people; a button's value is its words, a hidden field's is not."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_CLASS = re.compile(r"[一二三四五六七八九]（\d+）班")
_VOID = {"input", "meta", "link", "br", "rect", "line", "path", "circle", "img"}


class Reading(HTMLParser):
    """`left` are the Chinese texts of a page that are neither marked as Chinese (`lang`) nor among what is known."""

    def __init__(self, html: str, known: list[str]):
        super().__init__()
        self._open: list[tuple[str, bool]] = []
        self._known = sorted(known, key=len, reverse=True)
        self.left: list[str] = []
        self.lang = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.lang = given.get("lang") or ""
        chinese = self._marked() or (given.get("lang") == "zh-CN" and tag != "html") or tag == "textarea"
        if tag not in _VOID:
            self._open.append((tag, chinese))
        if not chinese:
            for name in HEARD:
                if not (name in ("value", "content") and given.get("type") != "submit"):
                    self._read(given.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._marked() and not (self._open and self._open[-1][0] in ("script", "style")):
            self._read(data)

    def _marked(self) -> bool:
        return any(chinese for _, chinese in self._open)

    def _read(self, said: str) -> None:
        rest = said
        for known in self._known:
            rest = rest.replace(known, "")
        rest = _CLASS.sub("", rest)
        if CHINESE.search(_IN_BRACKETS.sub("", rest)):
            self.left.append(" ".join(said.split()))
