"""Every page, light and dark, with large text, on a small phone: no barrier that axe knows of, nothing cut off."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsing import SMALL_PHONE, phone
from tests.browser.term import Term, lived
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import HAORAN, PASSWORD, THREE_TWO, YINUO
from tests.unit.gateway.houses.second_factor import CODE

AXE = Path(__file__).with_name("vendor").joinpath("axe.js").read_text()
OFFICE = "/schools/xiangyang/calendar/office"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run({{runOnly: {json.dumps(TAGS)}}}).then(r => r.violations)"
TOUCHED = "button, .govuk-button, input:not([type=hidden]), textarea, summary, nav a, .q-card__link, .govuk-back-link"
SMALL_TARGETS = f"""
() => [...document.querySelectorAll({json.dumps(TOUCHED)})].filter(e => e.checkVisibility()).map(e => {{
    const label = e.matches('[type=radio],[type=checkbox]') ? e.labels[0] : e;
    const box = label.getBoundingClientRect();
    return [e.outerHTML.slice(0, 90), Math.round(box.width), Math.round(box.height)];
}}).filter(([, width, height]) => height < 44 || width < 24)
"""


@pytest.fixture
def term(houses: InMemoryHouses) -> Term:
    return lived(houses)


def pages_of(login: str, term: Term) -> list[str]:
    """Return every page that this person may open."""
    return {
        "": [
            "/", "/sign-in", "/activate",
            f"/schools/xiangyang/board?day={term.day}", "/schools/xiangyang/board?paper=a3",
            f"/schools/xiangyang/board/week?day={term.day}", "/schools/xiangyang/board/screen?page=2",
            "/schools/xiangyang/board/screen?page=2&hold=1", "/schools/xiangyang/calendar", "/schools/xiangyang/rules",
            "/nowhere",
        ],
        "wang": [
            "/", "/homework/new", "/homework", f"/homework/{term.corrected}", f"/homework/{term.corrected}/correct",
            f"/homework/{term.corrected}/withdraw", f"/homework/{term.withdrawn}", "/inbox", "/rules",
            f"/school/classes/{THREE_TWO}", f"/school/classes/{THREE_TWO}/cards",
            "/account", "/account/second-step", "/account/second-step/codes", "/account/second-step/end",
            "/class/applications", "/class/applications?all=1", f"/class/applications/{term.waiting}",
            f"/class/applications/{term.decided}",
        ],
        "sun": [
            "/", "/school/rosters", f"/school/rosters/{term.checked}", f"/school/rosters/{term.taken_in}",
            f"/school/rosters/{term.being_checked}", "/school/classes", "/school/staff/cards",
            f"/school/classes/{THREE_TWO}", f"/children/{HAORAN}/readers",
        ],
        "li": [
            f"/children/{YINUO}/readers",
            "/family", f"/family?child={YINUO}", "/inbox", f"/homework/{term.corrected}",
            f"/family/apply?child={YINUO}", f"/family/apply/check?child={YINUO}&care_weekdays=1&care_weekdays=2",
            f"/family/applications/{term.decided}",
        ],
        "wu": [
            "/", OFFICE, f"{OFFICE}/days", f"{OFFICE}/days/{term.own_day}/restore", f"{OFFICE}/terms/0",
            "/schools/xiangyang/calendar",
        ],
        "chen": [f"/family?child={HAORAN}", f"/family/applications/{term.waiting}", "/family/apply/check"],
    }[login]


def signed_in(page: Page, login: str) -> Page:
    if login:
        page.goto("/sign-in")
        page.fill("#f-login", login)
        page.fill("#f-password", PASSWORD)
        page.click("main button[type=submit]")
    return page


def opened(page: Page, login: str, term: Term) -> Iterator[str]:
    """Open each page in turn, the first message too; yield its address."""
    signed_in(page, login)
    for address in pages_of(login, term):
        page.goto(address)
        yield address
    if login == "li":
        page.goto("/inbox")
        page.click(".q-rows a >> nth=0")
        yield page.url


def barriers(page: Page) -> list[tuple[str, Any]]:
    page.evaluate(AXE)
    return [(v["id"], [node["html"][:160] for node in v["nodes"]]) for v in page.evaluate(RUN)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("login", ["", "wang", "li", "chen", "sun", "wu"])
def test_no_page_has_a_barrier(browser: Browser, address: str, term: Term, login: str, scheme: Any) -> None:
    with phone(browser, address, color_scheme=scheme) as page:
        found = {seen: barriers(page) for seen in opened(page, login, term)}
        assert {seen: wrong for seen, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_refused_or_returned_form_has_a_barrier(
    browser: Browser, address: str, term: Term, houses: InMemoryHouses, scheme: Any
) -> None:
    with phone(browser, address, color_scheme=scheme) as page:
        signed_in(page, "wang").goto("/homework/new")
        page.click("button:text-is('发布到公示栏')")
        assert barriers(page) == []
        page.check("[name=teaching] >> nth=0")
        page.check("[value=written]")
        page.fill("#f-minutes", "30")
        page.fill("#f-content", "口算")
        page.fill("#f-day", term.day.isoformat())
        page.click("button:text-is('发布到公示栏')")
        page.wait_for_selector(".q-finding")
        assert barriers(page) == []
        houses.silent = {"homework"}
        page.click("button:text-is('发布到公示栏')")
        page.wait_for_selector("text=没有做任何改动")
        assert barriers(page) == []
        page.goto("/homework")
        assert barriers(page) == []


def test_turning_on_a_code_at_sign_in_and_using_it_has_no_barrier(
    browser: Browser, address: str, houses: InMemoryHouses
) -> None:
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        signed_in(page, "wang").goto("/account/second-step")
        page.click("main button[type=submit]")
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"]
        for code in ("000000", CODE):
            page.fill("#f-code", code)
            page.click("main button[type=submit]")
            page.wait_for_load_state()
            assert barriers(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"]
        page.context.clear_cookies()
        signed_in(page, "wang")
        page.wait_for_selector("#f-code")
        assert barriers(page) == []


@pytest.mark.parametrize("login", ["", "wang", "li", "chen", "sun", "wu"])
def test_on_a_small_phone_nothing_is_cut_off_and_every_finger_hits(
    browser: Browser, address: str, term: Term, login: str
) -> None:
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        for seen in opened(page, login, term):
            assert page.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"], seen
            assert page.evaluate(SMALL_TARGETS) == [], seen


@pytest.mark.parametrize("login", ["", "wang", "li", "wu"])
def test_with_text_twice_as_large_nothing_is_cut_off(browser: Browser, address: str, term: Term, login: str) -> None:
    narrow = {"width": 320, "height": 640}
    with phone(browser, address, viewport=narrow) as page:
        page.add_init_script("addEventListener('DOMContentLoaded', () => { document.documentElement.style.zoom = 2 })")
        for seen in opened(page, login, term):
            assert page.evaluate("document.documentElement.scrollWidth") <= narrow["width"], seen
