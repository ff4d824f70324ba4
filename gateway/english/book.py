"""Book: Chinese sentences and their English, also where numbers and words stand in a sentence's places {0}, {1}, …"""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).with_name("catalogue.mo")
CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
PLACE = re.compile(r"\{(\d+)\}")
_BESIDE = re.compile(r"\([^()]*\)|[一二三四五六七八九]（\d+）班")
"""What stays Chinese within English: a term in brackets, and the name of a class."""
_QUOTE, _QUOTED = re.compile("“([^”]*)”"), re.compile("(?:“[^”]*”)+")
_TOUCHING = re.compile(r"\}\{")
_STOP, _LISTED, _PAUSE, _ENDED, _PARTED = "。", "、", "，", re.compile(r"(?<=。)"), re.compile(r"(?<=；)")
_ENDS = {"。": ".", "；": ";"}
_SIGNS = str.maketrans({
    "。": ". ", "，": ", ", "：": ": ", "；": "; ", "、": ", ", "（": " (", "）": ") ", "“": "“", "”": "”", "？": "? ",
    "！": "! ",
})


class Book:
    """Each sentence by itself, or by the pattern that it fits, the one that says most first."""

    def __init__(self, english: Mapping[str, str]):
        whole = {said: told for said, told in english.items() if not PLACE.search(said)}
        self._whole = {said.removesuffix(_STOP): told.removesuffix(".") for said, told in whole.items()} | whole
        patterns = sorted((said for said in english if _is_pattern(said)), key=_said, reverse=True)
        self._patterns = [(_longest(said), _pattern(said), english[said]) for said in patterns]
        self._sentences = english

    def sentence(self, said: str) -> str | None:
        """Return the English of a sentence of the catalogue, places and all; None for one that does not stand there."""
        return self._sentences.get(said)

    def english(self, said: str) -> str:
        """Return what a sentence says in English, sentence by sentence and word by word of a list if need be.

        What is not in the book comes back as it is.
        """
        if not CHINESE.search(said):
            return said
        found = self._found(said)
        return found if found is not None else self._in_parts(said)

    def _found(self, said: str) -> str | None:
        """Return the English of a whole sentence, or of one that fits a pattern."""
        whole = self._whole.get(said.strip())
        if whole is not None:
            return whole
        words = said.split(_LISTED)
        if all(word in self._whole for word in words):
            return ", ".join(self._whole[word] for word in words)
        stopped = said.endswith(_STOP)
        for longest, pattern, english in self._patterns:
            if longest in said and pattern.pattern.endswith(_STOP) == stopped and (fits := pattern.fullmatch(said)):
                return filled(english, [self._word(word) for word in fits.groups()])
        found = self._found(said[:-1]) if said[-1:] in _ENDS else None
        return f"{found}{_ENDS[said[-1]]}" if found is not None else None

    def _word(self, said: str) -> str:
        """Return what stands in a place, in English if all of it is known: half a name or half a quotation is none."""
        told = self._quoted(said) if _QUOTED.fullmatch(said) else self.english(said)
        return said if CHINESE.search(_BESIDE.sub("", told)) else told

    def _quoted(self, said: str) -> str:
        """Return words of ours in quotation marks, each by itself: what a norm forbids, code by code."""
        return " ".join(f"“{self.english(word)}”" for word in _QUOTE.findall(said))

    def _in_parts(self, said: str) -> str:
        apart = (_ENDED.split(said), " "), (_PARTED.split(said), " ")
        for parts, between in (*apart, (said.split(_PAUSE), ", "), (said.split(_LISTED), ", ")):
            held = [part for part in parts if part]
            told = [self._word(part).strip() for part in held] if len(held) > 1 else held
            if told != held:
                return between.join(told)
        return said


def filled(english: str, words: list[str]) -> str:
    """Return a sentence with its places filled in."""
    return PLACE.sub(lambda place: words[int(place[1])], english)


def signs(said: str) -> str | None:
    """Return punctuation alone in English punctuation; None for whatever is more than that."""
    plain = PLACE.sub("", said).strip()
    return None if re.search(r"[\u3400-\u9fff]", plain) else said.translate(_SIGNS)


@cache
def book() -> Book:
    """Return the book that the catalogue holds."""
    with CATALOGUE.open("rb") as compiled:
        held = gettext.GNUTranslations(compiled)
    return Book({said: told for said, told in held._catalog.items() if said})  # type: ignore[attr-defined]


def _is_pattern(said: str) -> bool:
    """Say whether a filled sentence can be known again: where two places touch, nobody can tell one from the other."""
    return bool(PLACE.search(said)) and not _TOUCHING.search(said)


def _said(pattern: str) -> tuple[int, int]:
    """Return how much a pattern says by itself, and how little it leaves open."""
    return len(PLACE.sub("", pattern)), -len(PLACE.findall(pattern))


def _longest(pattern: str) -> str:
    return max(PLACE.split(pattern)[::2], key=len)


def _pattern(said: str) -> re.Pattern[str]:
    parts = PLACE.split(said)
    literal, numbers = [re.escape(part) for part in parts[::2]], parts[1::2]
    assert numbers == [str(n) for n in range(len(numbers))], f"places are numbered in their order: {said}"
    return re.compile("(.*?)".join(literal), re.DOTALL)
