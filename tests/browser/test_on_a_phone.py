"""What only a real browser shows: focus, one tap instead of two, and all of it without scripts."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import phone
from tests.browser.new_piece import PUBLISH, fills_in
from tests.browser.signing_in import signed_in
from tests.browser.term import lived
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import YIMING


def test_a_refusal_takes_the_focus_and_one_tap_publishes_what_passes(
    browser: Browser, address: str, houses: InMemoryHouses
) -> None:
    lived(houses)
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "30")
        page.click(PUBLISH)
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        expect(page).to_have_title(re.compile("^出错："))
        assert page.input_value("#f-content") == "口算第 3 页"
        page.click("form > .q-finding >> text=改为 10 分钟，并发布")
        expect(page.locator(".q-done")).to_have_text("已发布到公示栏")
        expect(page.locator("main")).to_contain_text("10 分钟")


def test_a_tap_on_the_summary_leads_to_the_field(browser: Browser, address: str) -> None:
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "20.5")
        page.click(PUBLISH)
        page.click(".govuk-error-summary a")
        expect(page.locator("#f-minutes")).to_be_focused()


def test_a_double_tap_publishes_once(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "20")
        page.dblclick(PUBLISH)
        expect(page.locator(".q-done")).to_have_text("已发布到公示栏")
        assert len(houses.homework.pieces) == 1


def test_going_back_after_publishing_publishes_nothing_again(
    browser: Browser, address: str, houses: InMemoryHouses
) -> None:
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "20")
        page.click(PUBLISH)
        expect(page.locator(".q-done")).to_be_visible()
        page.go_back()
        page.click(PUBLISH)
        page.wait_for_load_state()
        assert len(houses.homework.pieces) == 1


def test_reloading_a_refusal_shows_it_again(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "61")
        page.click(PUBLISH)
        expect(page.locator(".govuk-error-summary")).to_be_visible()
        page.reload()
        expect(page.locator(".govuk-error-summary")).to_contain_text("超过 60 分钟")
        assert not houses.homework.pieces


def test_everything_works_without_scripts(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    with phone(browser, address, java_script_enabled=False) as page:
        signed_in(page, "wang")
        fills_in(page, "61")
        page.click("text=先算一算，不发布")
        assert "超过 60 分钟" in page.inner_text("#live")
        page.click("#live >> text=改为 60 分钟，并发布")
        assert "已发布到公示栏" in page.inner_text("main")
    with phone(browser, address, java_script_enabled=False) as page:
        signed_in(page, "li").goto(f"/family/apply?child={YIMING}")
        page.check("[name=care_weekdays] >> nth=0")
        page.click("text=下一步：核对")
        page.click("text=提交申请")
        assert "申请已提交" in page.inner_text("main")
    assert len(houses.enrolment.applications) == 1


@pytest.mark.parametrize("login", ["wang", "li"])
def test_the_browser_refuses_nothing_of_ours(
    browser: Browser, address: str, houses: InMemoryHouses, login: str
) -> None:
    lived(houses)
    refused: list[str] = []
    with phone(browser, address) as page:
        page.on("console", lambda said: refused.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda problem: refused.append(str(problem)))
        signed_in(page, login)
        for where in {"wang": ("/homework/new", "/homework"), "li": ("/family", "/inbox")}[login]:
            page.goto(where, wait_until="networkidle")
        if login == "wang":
            fills_in(page, "15")
            expect(page.locator("#live")).to_contain_text("改为 10 分钟")
    assert refused == []


def test_the_board_goes_on_paper_without_buttons_and_with_its_code(
    browser: Browser, address: str, houses: InMemoryHouses
) -> None:
    lived(houses)
    a4: Any = {"width": 703, "height": 1020}
    with phone(browser, address, viewport=a4) as page:
        page.goto("/schools/xiangyang/board")
        page.emulate_media(media="print")
        expect(page.locator(".q-code")).to_be_visible()
        expect(page.locator(".q-days")).to_be_hidden()
        expect(page.locator(".q-piece--withdrawn")).to_contain_text("和语文重复了")
        assert page.evaluate("document.documentElement.scrollWidth") <= a4["width"]
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
