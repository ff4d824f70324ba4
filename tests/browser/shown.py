"""Shown: what a page says and lets people do, and what its first visit costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

MOST_BYTES = 50 * 1024
_SHOWN = """
() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    const added = [...document.querySelectorAll('.govuk-character-count__status')].map(e => e.innerText.trim());
    const alike = words => (words || '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\\d\\d:\\d\\d/g, '*');
    return {
        words: document.body.innerText.split('\\n').map(line => alike(line.trim()))
            .filter(line => line && !added.includes(line)),
        ways: [...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility())
            .map(e => alike(e.getAttribute('href') || e.formAction)),
        forms: [...document.forms].map(form => [form.method, alike(form.action), ...[...form.elements]
            .filter(e => e.name && e.type !== 'hidden').map(e => e.name)].join(' ')),
        shut: [...document.forms].filter(form => ![...form.elements]
            .some(e => e.type === 'submit' && e.checkVisibility())).map(form => form.outerHTML.slice(0, 160)),
    };
}
"""
"""What is folded is opened first. What scripts count while somebody writes is not missed where none run; ids and the
time of day, which differ from one visit to the next, are told by a star."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Lines, where links and buttons lead, forms with what they ask for, and forms that nobody can send."""

    words: list[str]
    ways: list[str]
    forms: list[str]
    shut: list[str]

    def lacks(self, other: "Shown") -> list[tuple[str, Any]]:
        """Return what the other shows and this does not, and what cannot be sent."""
        missing = [
            (kind, each) for kind in ("words", "ways", "forms") for each in getattr(other, kind)
            if each not in getattr(self, kind)
        ]
        return missing + [("cannot be sent", form) for form in self.shut]


def shown(page: Page) -> Shown:
    """Return what there is on a page."""
    return Shown(**page.evaluate(_SHOWN))


@dataclass
class Weight:
    """What came over the line since the last page was asked for, as it was sent."""

    parts: dict[str, int] = field(default_factory=dict)

    def too_heavy(self) -> list[tuple[str, Any]]:
        """Return the weight of each part, where they are too heavy together."""
        return [("too heavy", self.parts)] if sum(self.parts.values()) > MOST_BYTES else []


@contextmanager
def weighing(page: Page) -> Iterator[Weight]:
    """Weigh all that the page loads, as for somebody who has never been here."""
    weight, addresses = Weight(), {}
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.on("Network.responseReceived", lambda seen: addresses.update({seen["requestId"]: seen["response"]["url"]}))
    line.on("Network.loadingFinished", lambda seen: weight.parts.update(
        {addresses.get(seen["requestId"], ""): int(seen["encodedDataLength"])}
    ))  # fmt: skip
    yield weight
    line.detach()
