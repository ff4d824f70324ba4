"""Every page, for everybody who may open it: light, dark and in large letters, without scripts, on a slow line.

Pages come in by themselves: each is a route, and people come to it by links. One that nobody comes to says why.
"""

from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from gateway import access
from tests.browser.barriers import bring_axe
from tests.browser.browsing import SMALL_PHONE, phone
from tests.browser.eyes import Eyes, builds_of
from tests.browser.shown import shown, weighing
from tests.browser.signing_in import signed_in
from tests.browser.term import Term, lived
from tests.browser.walk import Walk
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, HAORAN, LOGINS, YINUO

NOBODY_COMES = {
    "for a machine": ("GET /healthz", "GET /readyz"),
    "a file": (
        "GET /static/<path:filename>", "GET /schools/<code>/calendar.ics",
        "GET /schools/<code>/classes/<uuid:class_id>/calendar.ics",
        "GET /school/rosters/<uuid:roster_id>/marked.xlsx", "POST /school/exports/<uuid:export_id>/file",
        "GET /rules/layers/<layer>.yaml", "GET /rules/layers/<layer>.xlsx",
        "GET /family/children/<uuid:pupil_id>/after-school.ics",
        "GET /after-school/draws/<uuid:programme_id>/record.json",
        "POST /after-school/offerings/<uuid:offering_id>/file",
    ),
    "only with a code from a phone: test_everybody_can_use_it": (
        "GET /sign-in/second", "POST /sign-in/second", "POST /account/second-step", "GET /account/second-step/end",
        "POST /account/second-step/end", "GET /account/second-step/codes", "POST /account/second-step/codes",
    ),
    "only where a provider is registered: tests/unit/gateway/test_outside.py": (
        "GET /sign-in/with/<app>", "GET /sign-in/with/<app>/back", "GET /sign-in/with/<app>/confirm",
        "POST /sign-in/with/<app>/confirm", "GET /account/outside", "GET /account/outside/<app>",
        "GET /account/outside/<app>/confirm", "POST /account/outside/<app>/confirm",
        "POST /account/outside/links/<uuid:link_id>/end",
    ),
    "a draw is at one step at a time: tests/unit/gateway/test_draw_pages.py": (
        "POST /after-school/draws/<uuid:programme_id>/list", "POST /after-school/draws/<uuid:programme_id>/places",
    ),
    "a draft ends but once: tests/unit/gateway/test_rules_draft.py": ("POST /rules/draft/dropping",),
    "only after a table that can be read: tests/unit/gateway/test_programme_paste.py": (
        "POST /after-school/programmes/<uuid:programme_id>/paste/write",
    ),
    "ends the walk: tests/journeys": ("POST /sign-out",),
}
"""Routes by the reason why no walk comes to them."""

UNSEEN = {route for routes in NOBODY_COMES.values() for route in routes}


def starts(login: str, term: Term) -> list[str]:
    """Return where somebody begins: at home; a visitor at the code on the gate too, a family with a choice it has made,
    an office where its home said that a roster is waiting, or where it has a draft tried.
    """
    rosters = (term.checked, term.taken_in, term.being_checked)
    replays = [f"/rules/replays/{replay_id}" for replay_id in (term.replayed, term.being_replayed)]
    more = {
        "": ["/schools/xiangyang/board"],
        "li": [f"/family/apply/check?child={YINUO}&care_weekdays=1"],
        "chen": [f"/family/apply/check?child={HAORAN}&care_weekdays=1"],
        "sun": [*(f"/school/rosters/{roster_id}" for roster_id in rosters), *replays],
        "wu": [*(f"/school/rosters/{roster_id}" for roster_id in rosters), *replays],
    }
    return ["/", *more.get(login, [])]


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    """The same for everybody: many pages are alike to all who may open them."""
    return Eyes()


def without_scripts(plain: Page, address: str, page: Page) -> list[tuple[str, Any]]:
    """Return what there is on the page that is open, and not where no scripts run."""
    there = shown(page)
    plain.goto(address)
    return shown(plain).lacks(there)


def routes(app: Flask, login: str) -> set[str]:
    """Return the routes of pages that are there for somebody: what all may see is for whoever is not signed in."""
    roles, found = ACTORS[LOGINS[login]].roles() if login else frozenset(), {"GET /"}
    for rule in app.url_map.iter_rules():
        admitted = access.rule_of(app, rule.endpoint).roles  # type: ignore[union-attr]
        if (admitted & roles if login else not admitted) and not rule.rule.startswith("/api/"):
            found |= {f"{method} {rule.rule}" for method in rule.methods or () if method in ("GET", "POST")}
    return found - UNSEEN


def test_what_differs_in_words_alone_is_of_one_build() -> None:
    first = '<nav></nav><main><p class="q-note"><a href="/rules?at=1" id="a">规则</a></p><p></p></main>'
    assert builds_of(first) == builds_of(first.replace("规则", "本校的规则").replace("at=1", "at=2"))
    for other in ('class="q-warn"', 'class="q-note" role="alert"', 'class="q-note" id="a"'):
        assert len(builds_of(first) & builds_of(first.replace('class="q-note"', other))) == 1
    assert len(builds_of(first) & builds_of(first.replace("<p></p>", "<p>字</p>"))) == 1
    assert len(builds_of(first) & builds_of(first.replace(">规则<", "><"))) == 1
    assert len(builds_of(first) & builds_of(first.replace("<nav>", '<nav class="q-wide">'))) == 1


def test_what_no_walk_comes_to_is_there(app: Flask) -> None:
    there = {f"{method} {rule.rule}" for rule in app.url_map.iter_rules() for method in rule.methods or ()}
    assert UNSEEN - there == set()


@pytest.mark.parametrize("login", ["", *LOGINS])
def test_every_page_can_be_used_by_everybody_who_may_open_it(
    browser: Browser, app: Flask, address: str, houses: InMemoryHouses, eyes: Eyes, login: str
) -> None:
    term = lived(houses)
    houses.directory.on = set(LOGINS.values()) - {LOGINS.get(login, "")}  # what an office may reset
    found: dict[str, list[tuple[str, Any]]] = {}
    with (
        phone(browser, address, viewport=SMALL_PHONE) as page,
        phone(browser, address, viewport=SMALL_PHONE, java_script_enabled=False) as plain,
    ):
        bring_axe(page)
        away_from = UNSEEN | (routes(app, "") - {"GET /"} if login else set())
        walk, addresses = Walk(signed_in(page, login), app, away_from), []
        for _ in range(2):
            plain.context.clear_cookies()
            signed_in(plain, login)
        with weighing(page) as weight:
            for at in walk.pages(*starts(login, term)):
                addresses.append(at)
                found[at] = weight.too_heavy()
                if not eyes.know(page):
                    found[at] += without_scripts(plain, at, page)
                found[at] += eyes.look(page)
                weight.parts.clear()
        for at in sorted(addresses, key=lambda at: "/change" not in at):  # a withdrawal leaves nothing to be changed
            for route in walk.sent(at):
                found[f"{at} → {route}"] = eyes.look(page)
    assert walk.failed == {}
    assert {at: wrong for at, wrong in found.items() if wrong} == {}
    assert routes(app, login) - walk.seen == set()
