"""Source: a template's Chinese, found wherever it is shown, and the same template with other words in its places.

What stands between two tags is one message: `还有 {{ n }} 个名额` is “还有 {0} 个名额”. So are the value of an
attribute and every string inside of Jinja's own signs.
"""

import re
from collections.abc import Callable

from gateway.english.book import CHINESE, PLACE

Translate = Callable[[str], str]
_OPENING = re.compile(r"\{\{|\{%|\{#")
_HELD = re.compile("\ue000(\\d+)\ue001")
_CUT = re.compile("(<[^>]*>|\ue002\\d+\ue003)")
_BLOCK = re.compile("\ue002(\\d+)\ue003")
_ATTRIBUTE = re.compile(r'(\s[\w-]+=")([^"]*)(")')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')


def translated(source: str, translate: Translate) -> str:
    """Return the source with every message that is shown translated; whatever is not shown stays as it is."""
    held, signs = _held_back(source)
    cut = _CUT.split(held)
    shown = "".join(_part(part, translate) for part in cut)
    inside = [_strings(sign, translate) if not sign.startswith("{#") else sign for sign in signs]
    shown = _HELD.sub(lambda held: inside[int(held[1])], shown)
    return _BLOCK.sub(lambda held: inside[int(held[1])], shown)


def messages(source: str) -> list[str]:
    """Return every message of the source, in its order."""
    found: list[str] = []

    def note(message: str) -> str:
        found.append(message)
        return message

    translated(source, note)
    return found


def _held_back(source: str) -> tuple[str, list[str]]:
    """Return the source with a mark in the place of each of Jinja's signs, and the signs."""
    shown, signs, at = "", list[str](), 0
    while opening := _OPENING.search(source, at):
        end = _end_of(source, opening)
        marks = "\ue000\ue001" if opening[0] == "{{" else "\ue002\ue003"
        shown += f"{source[at:opening.start()]}{marks[0]}{len(signs)}{marks[1]}"
        signs.append(source[opening.start():end])
        at = end
    return shown + source[at:], signs


def _end_of(source: str, opening: re.Match[str]) -> int:
    """Return where a sign ends. Mappings may stand in an expression, and braces in a string."""
    if opening[0] != "{{":
        return source.index({"{%": "%}", "{#": "#}"}[opening[0]], opening.end()) + 2
    at, depth = opening.end(), 0
    while depth or not source.startswith("}}", at):
        string = _STRING.match(source, at)
        depth += {"{": 1, "}": -1}.get(source[at], 0) if string is None else 0
        at = string.end() if string else at + 1
    return at + 2


def _part(part: str, translate: Translate) -> str:
    if part.startswith("<") and part.endswith(">"):
        return _ATTRIBUTE.sub(lambda found: found[1] + _text(found[2], translate) + found[3], part)
    return part if _BLOCK.fullmatch(part) else _text(part, translate)


def _text(text: str, translate: Translate) -> str:
    """Return a text with its message translated; the blanks around it stay."""
    if not CHINESE.search(text):
        return text
    message = text.strip()
    if not message:
        return " "
    start = text.index(message)
    held = _HELD.findall(message)
    numbers = iter(range(len(held)))
    told = translate(_HELD.sub(lambda _: f"{{{next(numbers)}}}", message))
    filled = PLACE.sub(lambda place: f"\ue000{held[int(place[1])]}\ue001", told)
    return text[:start] + filled + text[start + len(message):]


def _strings(sign: str, translate: Translate) -> str:
    def string(found: re.Match[str]) -> str:
        quote, said = found[0][0], found[0][1:-1]
        return f"{quote}{translate(said).replace(quote, '’')}{quote}" if CHINESE.search(said) else found[0]

    return _STRING.sub(string, sign)
