"""A walk: whoever is signed in goes to every page that links lead to, of many alike to a few, and sends every form."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Page
from werkzeug.exceptions import HTTPException

MOST_ALIKE = 2
_WORDS = re.compile(r"\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
_LINKS = "links => links.map(link => link.getAttribute('href'))"
_BUTTON = "main form button[type=submit]"
_LEADING = "all => all.map(b => [b.form.method, b.hasAttribute('formaction') ? b.formAction : b.form.action])"


class Walk:
    """`seen` are the routes that were there, as `GET /rule` or `POST /rule`; `failed` links that led nowhere.

    It keeps away from some routes.
    """

    def __init__(self, page: Page, app: Flask, away_from: Collection[str]):
        self._page, self._routes, self._away_from = page, app.url_map.bind(""), away_from
        self.seen: set[str] = set()
        self.failed: dict[str, int] = {}
        self._forms: dict[str, set[str]] = {}

    def pages(self, *starts: str) -> Iterator[str]:
        """Go from page to page; yield the address of each while it is open."""
        waiting, met, alike = [*starts], {*starts}, Counter[str]()
        while waiting:
            address = waiting.pop(0)
            if (status := self._open(address)) != 200:
                self.failed[address] = status
            self._forms[address] = {route for route, _ in self._buttons()}
            yield address
            for link in self._page.eval_on_selector_all("a[href^='/']", _LINKS):
                place = link.partition("#")[0]
                kind = f"{self.route_of('GET', place)} {_WORDS.sub('*', urlsplit(link).query)}"
                if place not in met and alike[kind] < MOST_ALIKE and self._leads_on(place):
                    met.add(place)
                    alike[kind] += 1
                    waiting.append(place)

    def sent(self, address: str) -> Iterator[str]:
        """Send each kind of form that a page had, as it stands; yield its route while what it answered is open.

        What was sent before may have ended what the page is about: then there is nothing to send.
        """
        while self._forms[address] - self.seen and (button := self._unsent(address)):
            route, at = button
            self.seen.add(route)
            with self._page.expect_navigation():
                self._page.locator(_BUTTON).nth(at).evaluate("e => { e.form.noValidate = true; e.click(); }")
            yield route

    def route_of(self, method: str, address: str) -> str:
        """Return which route of the gateway answers at an address, an empty text for none."""
        try:
            rule, _ = self._routes.match(urlsplit(address).path, method=method, return_rule=True)
        except HTTPException:
            return ""
        return f"{method} {rule.rule}"

    def _leads_on(self, address: str) -> bool:
        return self.route_of("GET", address) not in self._away_from

    def _open(self, address: str) -> int:
        answer = self._page.goto(address)
        assert answer is not None
        if answer.status == 200:
            self.seen |= {self.route_of("GET", place) for place in (address, self._page.url)}
        return answer.status

    def _unsent(self, address: str) -> tuple[str, int] | None:
        self._open(address)
        return next((button for button in self._buttons() if button[0] not in self.seen), None)

    def _buttons(self) -> list[tuple[str, int]]:
        found = self._page.eval_on_selector_all(_BUTTON, _LEADING)
        return [(self.route_of(method.upper(), action), at) for at, (method, action) in enumerate(found)]
