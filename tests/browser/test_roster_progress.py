"""A roster at work: the page comes to its end by itself, with scripts and without."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import phone
from tests.browser.signing_in import signed_in
from tests.browser.term import lived
from tests.unit.gateway.houses import InMemoryHouses


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_of_a_roster_at_work_shows_its_end_by_itself(
    browser: Browser, address: str, houses: InMemoryHouses, scripts: Any
) -> None:
    term = lived(houses)
    with phone(browser, address, java_script_enabled=scripts) as page:
        signed_in(page, "sun").goto(f"/school/rosters/{term.being_checked}")
        expect(page.locator("h1")).to_contain_text("正在检查")
        houses.directory.rosters[term.being_checked] = houses.directory.rosters[term.checked]
        expect(page.locator("h1")).to_contain_text("检查结果")
