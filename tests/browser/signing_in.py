"""Signing in by the page."""

from playwright.sync_api import Page

from tests.unit.gateway.houses.people import PASSWORD


def signed_in(page: Page, login: str) -> Page:
    """Return the page, with somebody signed in; nobody where there is no login."""
    if login:
        page.goto("/sign-in")
        page.fill("#f-login", login)
        page.fill("#f-password", PASSWORD)
        page.click("main button[type=submit]")
    return page
