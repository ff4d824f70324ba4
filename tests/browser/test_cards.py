"""激活卡 on paper and in the hand: ten on a sheet, and a camera types the code without telling a server."""

from playwright.sync_api import Browser

from tests.browser.barriers import barriers
from tests.browser.browsing import DESK, phone
from tests.browser.signing_in import signed_in
from tests.unit.gateway.houses.people import THREE_TWO

CODE = "KX4P-9TRW-7HM2-0000"
A4_BETWEEN_MARGINS = 297 - 2 * 14
LAID_OUT = """
() => [...document.querySelectorAll('.q-voucher')].map(card => {
    const box = card.getBoundingClientRect();
    return {top: box.top, left: box.left, height: box.height * 25.4 / 96, cut: card.scrollHeight > card.clientHeight};
})
"""


def test_a_cards_square_fills_in_the_code_and_leaves_the_address(browser: Browser, address: str) -> None:
    with phone(browser, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"/activate#{CODE}")
        page.wait_for_function("location.hash === ''")
        assert page.input_value("#f-code") == CODE
        assert page.evaluate("document.activeElement.id") == "f-last_four"
        assert not [url for url in asked if CODE in url.partition("#")[0]]


def test_without_scripts_the_code_is_typed(browser: Browser, address: str) -> None:
    with phone(browser, address, java_script_enabled=False) as page:
        page.goto(f"/activate#{CODE}")
        page.fill("#f-code", CODE)
        assert page.input_value("#f-code") == CODE


def test_ten_cards_stand_on_a_sheet_and_nothing_of_them_is_cut_off(browser: Browser, address: str) -> None:
    with phone(browser, address, viewport=DESK) as page:
        signed_in(page, "wang").goto(f"/school/classes/{THREE_TWO}/cards")
        page.click("button:text-is('打印')")
        page.wait_for_selector(".q-voucher")
        assert barriers(page) == []
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 695, "height": 1000})  # what A4 leaves between its margins
        first, second = page.evaluate(LAID_OUT)
        assert first["top"] == second["top"]
        assert first["left"] < second["left"]
        assert 5 * first["height"] <= A4_BETWEEN_MARGINS
        assert not first["cut"] and not second["cut"]


def test_a_sheet_is_a_list_on_a_phone(browser: Browser, address: str) -> None:
    with phone(browser, address, viewport={"width": 320, "height": 640}) as page:
        signed_in(page, "wang").goto(f"/school/classes/{THREE_TWO}/cards")
        page.click("button:text-is('打印')")
        page.wait_for_selector(".q-voucher")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert barriers(page) == []
