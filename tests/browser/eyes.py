"""Eyes: they look at a page however it may be shown, and at what is built alike, differing in words alone, once."""

import re
from typing import Any

from playwright.sync_api import Page

from tests.browser.barriers import (
    LARGE,
    barriers,
    barriers_in_dark,
    barriers_in_large_letters,
    cut_off,
    too_small,
)

_WORDS = re.compile(r">[^<>]*[^<>\s][^<>]*<")
_SAID = re.compile(r'\b(href|src|action|formaction|value|content|datetime|title|alt|aria-label)="[^"]+"')
_IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def builds_of(html: str) -> set[str]:
    """Return what a page is built of, its main part and what is around it, each without its words.

    They are elements, classes, roles and names; of words they say only where there are any.
    """
    bare = _IDS.sub("*", _SAID.sub(r'\1="*"', _WORDS.sub(">*<", html)))
    before, _, rest = bare.partition("<main")
    main, _, after = rest.partition("</main>")
    return {main, f"{before} {after}"}


class Eyes:
    """What they found well they know again; what words alone can spoil they look at every time."""

    def __init__(self) -> None:
        self._well: set[str] = set()

    def know(self, page: Page) -> bool:
        """Say whether the page that is open is built of nothing new."""
        return builds_of(page.content()) <= self._well

    def look(self, page: Page) -> list[tuple[str, Any]]:
        """Return what is wrong with the page that is open."""
        builds = builds_of(page.content())
        known = builds <= self._well
        found = cut_off(page) + too_small(page)
        if not known:
            found += barriers(page) + _in_dark(page)
        page.evaluate(LARGE)
        found += cut_off(page)
        if not known:
            found += barriers_in_large_letters(page)
        if not found:
            self._well |= builds
        return found


def _in_dark(page: Page) -> list[tuple[str, Any]]:
    page.emulate_media(color_scheme="dark")
    found = barriers_in_dark(page)
    page.emulate_media(color_scheme="light")
    return found
