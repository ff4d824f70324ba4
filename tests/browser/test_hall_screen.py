"""The screen in the hall turns by itself, with scripts and without; without a network its last page stays."""

from playwright.sync_api import Browser, Page, expect

from gateway.pages.board_screen import SECONDS_A_SCREEN
from tests.browser.browsing import DESK, phone

SCREEN = "/schools/xiangyang/board/screen"


def heading(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_contain_text(words)


def a_while_passes(page: Page) -> None:
    page.clock.run_for((SECONDS_A_SCREEN + 1) * 1000)


def test_it_turns_by_itself_and_begins_again(browser: Browser, address: str) -> None:
    with phone(browser, address, viewport=DESK) as page:
        page.clock.install()
        page.goto(SCREEN)
        for grade in ("一年级", "三年级", "五年级", "一年级"):
            heading(page, grade)
            a_while_passes(page)


def test_a_screen_that_is_stopped_stays(browser: Browser, address: str) -> None:
    with phone(browser, address, viewport=DESK) as page:
        page.clock.install()
        page.goto(SCREEN)
        page.click("text=停在这一屏")
        a_while_passes(page)
        heading(page, "一年级")


def test_while_the_network_is_away_the_last_page_stays_and_goes_on_afterwards(browser: Browser, address: str) -> None:
    with phone(browser, address, viewport=DESK) as page:
        page.clock.install()
        page.goto(SCREEN)
        page.context.set_offline(True)
        a_while_passes(page)
        heading(page, "一年级")
        page.context.set_offline(False)
        a_while_passes(page)
        heading(page, "三年级")


def test_without_scripts_the_page_itself_says_when_to_turn(browser: Browser, address: str) -> None:
    with phone(browser, address, viewport=DESK, java_script_enabled=False) as page:
        page.goto(SCREEN)
        turn = page.locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]").first
        assert turn.get_attribute("content") == f"{SECONDS_A_SCREEN};url={SCREEN}?page=2"
