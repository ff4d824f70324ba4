"""What a walk does not come to: forms refused with findings, a house that is silent, a code at sign-in."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.barriers import barriers, cut_off
from tests.browser.browsing import SMALL_PHONE, phone
from tests.browser.signing_in import signed_in
from tests.browser.term import Term, lived
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.second_factor import CODE


@pytest.fixture
def term(houses: InMemoryHouses) -> Term:
    return lived(houses)


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
        for at in ("/homework", "/nowhere"):
            page.goto(at)
            assert barriers(page) == []


def test_turning_on_a_code_at_sign_in_and_using_it_has_no_barrier(
    browser: Browser, address: str, houses: InMemoryHouses
) -> None:
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        signed_in(page, "wang").goto("/account/second-step")
        page.click("main button[type=submit]")
        assert barriers(page) == []
        assert cut_off(page) == []
        for code in ("000000", CODE):
            page.fill("#f-code", code)
            page.click("main button[type=submit]")
            page.wait_for_load_state()
            assert barriers(page) == []
            assert cut_off(page) == []
        for at in ("/account/second-step", "/account/second-step/codes", "/account/second-step/end"):
            page.goto(at)
            assert barriers(page) == []
            assert cut_off(page) == []
        page.context.clear_cookies()
        signed_in(page, "wang")
        page.wait_for_selector("#f-code")
        assert barriers(page) == []
