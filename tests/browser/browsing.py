"""Debian's chromium without a window, as a phone: 375 points wide, touch, light or dark, with or without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium-headless-shell"
"""The same engine as `chromium`, without what draws a window: half the work."""
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-gpu", "--disable-dev-shm-usage")
PHONE = {"width": 375, "height": 812}
SMALL_PHONE = {"width": 320, "height": 640}
DESK = {"width": 1180, "height": 800}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser, once for many tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def phone(browser: Browser, base: str, **more: Any) -> Iterator[Page]:
    """Open a fresh phone: its own cookies. `more`: color_scheme, viewport, java_script_enabled."""
    options = {"viewport": PHONE, "has_touch": True, "locale": "zh-CN", "device_scale_factor": 2, **more}
    context = browser.new_context(base_url=base, **options)
    context.set_default_timeout(8000)
    try:
        yield context.new_page()
    finally:
        context.close()
