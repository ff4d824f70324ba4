"""The live bar of a class's day: it follows the typing, stays in sight, hides nothing and takes no tap away."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import SMALL_PHONE, phone
from tests.browser.new_piece import PUBLISH, fills_in
from tests.browser.signing_in import signed_in
from tests.browser.term import lived
from tests.unit.gateway.houses import InMemoryHouses

SEEN = """e => {
    const box = e.getBoundingClientRect(), bar = document.querySelector('.q-budget--day').getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && (e.closest('.q-live') || box.bottom <= bar.top
        || box.top >= bar.bottom);
}"""
AT_THE_FOOT = "e => scrollBy({top: e.getBoundingClientRect().bottom + 8 - innerHeight, behavior: 'instant'})"

AT_THE_HEAD = "e => scrollBy({top: e.getBoundingClientRect().top - 8, behavior: 'instant'})"


def test_the_bar_follows_what_a_teacher_types(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    lived(houses)
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "5")
        expect(page.locator("#live")).to_contain_text("今天三（2）班已有 50 分钟，还可布置 10 分钟")
        page.fill("#f-minutes", "15")
        expect(page.locator("#live")).to_contain_text("加上这一项会超过上限")
        expect(page.locator("#live")).to_contain_text("改为 10 分钟，并发布")
        expect(page.locator("#f-minutes")).to_be_focused()


@pytest.mark.parametrize("size", [{"width": 360, "height": 740}, SMALL_PHONE])
def test_the_bar_stays_in_sight_while_a_teacher_writes_and_hides_no_field_in_hand(
    browser: Browser, address: str, houses: InMemoryHouses, size: Any
) -> None:
    lived(houses)
    with phone(browser, address, viewport=size) as page:
        signed_in(page, "wang")
        fills_in(page, "15")
        expect(page.locator("#live")).to_contain_text("加上这一项会超过上限")
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        page.wait_for_function("scrollY === 0")
        assert page.locator(".q-budget--day").evaluate(SEEN)
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('main form')"):
                assert page.evaluate(f"({SEEN})(document.activeElement)"), page.evaluate(
                    "document.activeElement.outerHTML"
                )


def test_the_bar_hides_no_error_that_was_found(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    lived(houses)
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        signed_in(page, "wang")
        fills_in(page, "20.5")
        page.click(PUBLISH)
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        assert page.locator(".govuk-error-summary").evaluate(SEEN)
        page.click(".govuk-error-summary a")
        expect(page.locator("#f-minutes")).to_be_focused()
        assert page.locator("#f-minutes").evaluate(SEEN)


def test_on_paper_the_bar_stands_where_it_was_written(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "5")
        bar = page.locator(".q-budget--day")
        expect(bar).to_have_css("position", "sticky")
        page.emulate_media(media="print")
        expect(bar).to_have_css("position", "static")


def test_where_nobody_can_tell_what_is_left_the_page_stays_as_it_is(
    browser: Browser, address: str, houses: InMemoryHouses
) -> None:
    lived(houses)
    with phone(browser, address) as page:
        signed_in(page, "wang")
        fills_in(page, "5")
        expect(page.locator("#live")).to_contain_text("还可布置 10 分钟")
        away = page.request.get("/nowhere").text()
        page.route("**/homework/check", lambda route: route.fulfill(status=503, content_type="text/html", body=away))
        with page.expect_response("**/homework/check"):
            page.fill("#f-minutes", "15")
        page.fill("#f-content", "口算第 4 页")
        expect(page.locator(".q-head")).to_have_count(1)
        expect(page.locator("#live")).to_contain_text("还可布置 10 分钟")


def test_what_arrives_under_the_thumb_takes_no_tap_away(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    lived(houses)
    with phone(browser, address) as page:
        signed_in(page, "wang")
        page.route("**/homework/check", lambda route: route.abort())
        fills_in(page, "30")
        page.locator(PUBLISH).evaluate(AT_THE_FOOT)
        place = page.locator(PUBLISH).bounding_box()
        assert place
        page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        page.unroute("**/homework/check")
        page.mouse.down()
        expect(page.locator("#live")).to_contain_text("改为 10 分钟，并发布")
        page.mouse.up()
        expect(page.locator(".govuk-error-summary")).to_be_focused()


def test_what_goes_away_under_the_thumb_moves_nothing(browser: Browser, address: str, houses: InMemoryHouses) -> None:
    lived(houses)
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        signed_in(page, "wang")
        fills_in(page, "30")
        expect(page.locator("#live")).to_contain_text("改为 10 分钟，并发布")
        page.route("**/homework/check", lambda route: route.abort())
        page.fill("#f-minutes", "5")
        page.locator(PUBLISH).evaluate(AT_THE_HEAD)
        place = page.locator(PUBLISH).bounding_box()
        assert place
        page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        page.unroute("**/homework/check")
        page.mouse.down()
        expect(page.locator("#live")).not_to_contain_text("改为 10 分钟，并发布")
        page.mouse.up()
        expect(page.locator("main")).to_contain_text("已发布到公示栏")
