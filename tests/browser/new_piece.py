"""A new piece of homework, filled in by a teacher, and the button that publishes it."""

from playwright.sync_api import Page

from plumbing import clock
from tests.unit.gateway.houses.people import THREE_TWO

PUBLISH = "button:text-is('发布到公示栏')"


def fills_in(page: Page, minutes: str) -> None:
    page.goto("/homework/new")
    page.check(f"[value='{THREE_TWO}|数学']")
    page.fill("#f-day", clock.today().isoformat())
    page.check("[value=written]")
    page.fill("#f-content", "口算第 3 页")
    page.fill("#f-minutes", minutes)
