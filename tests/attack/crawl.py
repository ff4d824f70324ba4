"""A crawl: everything that somebody can reach by following links from the first page; of many alike, a few."""

import html
import re
from collections import Counter

MOST_ALIKE = 4
_LINK = re.compile(r'href="(/[^"#]*)"')
_SHOWN_TO_ALL = re.compile(r"^/(static|schools)/")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def crawl(visitor, start="/"):
    """Yield (address, answer) of each page, until there is nothing new."""
    waiting, met, alike = [start], {start}, Counter()
    while waiting:
        address = waiting.pop(0)
        answer = visitor.get(address)
        yield address, answer
        for link in map(html.unescape, (*_LINK.findall(answer.text), answer.header("Location"))):
            kind = _ID.sub("*", re.sub(r"\d{4}-\d\d-\d\d", "*", link))
            if link and link not in met and not _SHOWN_TO_ALL.match(link) and alike[kind] < MOST_ALIKE:
                met.add(link)
                alike[kind] += 1
                waiting.append(link)
