"""企业微信、钉钉登录 in a real browser: out to the provider and back, on the smallest phone, and without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.barriers import barriers, cut_off, too_small
from tests.browser.browsing import SMALL_PHONE, phone
from tests.browser.signing_in import signed_in
from tests.outside.provider import Fake, registered
from tests.unit.gateway.conftest import _fake, fake, offer  # noqa: F401
from tests.unit.gateway.houses.outside import DISTRICT
from tests.unit.gateway.houses.people import PASSWORD


def barred(page: Page) -> list[tuple[str, Any]]:
    """Return what keeps anybody from using the page that is open, in the light and in the dark."""
    found = barriers(page) + cut_off(page) + too_small(page)
    page.emulate_media(color_scheme="dark")
    found += barriers(page)
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("label", ["企业微信", "钉钉"])
def test_linked_signed_out_and_in_again_no_page_has_a_barrier(
    browser: Browser, address: str, offer: Callable[[str], None], fake: Fake, label: str  # noqa: F811
) -> None:
    offer(registered(fake, address=address, district=DISTRICT))
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        page.goto("/sign-in")
        assert barred(page) == []
        page.click(f"text=用{label}登录")
        page.click("main button[type=submit]")
        page.wait_for_selector("text=还没有连接")
        assert barred(page) == []

        signed_in(page, "wang").goto("/account")
        assert barred(page) == []
        page.click("text=企业微信、钉钉登录")
        assert barred(page) == []
        page.click(f"text=连接{label}")
        assert barred(page) == []
        for password in ("wrong", PASSWORD):
            page.fill("#f-password", password)
            page.click("main button[type=submit]")
            assert barred(page) == []
        page.wait_for_selector("text=已经连接")

        page.click("text=退出")
        page.goto("/sign-in")
        page.click(f"text=用{label}登录")
        page.wait_for_selector(f"text={label}已经确认是您")
        assert "code=" not in page.url
        assert barred(page) == []
        page.click("main button[type=submit]")
        page.wait_for_selector("text=王秀英，您好")


def test_all_of_it_goes_without_scripts(
    browser: Browser, address: str, offer: Callable[[str], None], fake: Fake  # noqa: F811
) -> None:
    offer(registered(fake, address=address, district=DISTRICT))
    with phone(browser, address, java_script_enabled=False) as page:
        signed_in(page, "wang").goto("/account/outside")
        page.click("text=连接企业微信")
        page.fill("#f-password", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_selector("text=已经连接")
        page.click("text=退出")
        page.goto("/sign-in")
        page.click("text=用企业微信登录")
        page.click("main button[type=submit]")
        page.wait_for_selector("text=王秀英，您好")


def test_a_provider_in_trouble_leaves_a_way_on(
    browser: Browser, address: str, offer: Callable[[str], None], fake: Fake  # noqa: F811
) -> None:
    offer(registered(fake, address=address, district=DISTRICT))
    fake.trouble = "500"
    with phone(browser, address, viewport=SMALL_PHONE) as page:
        page.goto("/sign-in")
        page.click("text=用企业微信登录")
        page.wait_for_selector("text=没有做任何改动")
        assert barred(page) == []
