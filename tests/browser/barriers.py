"""Barriers: what axe finds on a page, what is cut off, and what a finger would miss."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).with_name("vendor").joinpath("axe.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""What light and dark tell apart; large letters tell apart all but these."""
_EVERY = {"runOnly": TAGS, "resultTypes": ["violations"]}
_IN_DARK = {"runOnly": COLOURS, "resultTypes": ["violations"]}
_IN_LARGE = _EVERY | {"rules": {rule: {"enabled": False} for rule in COLOURS}}
TOUCHED = "button, .govuk-button, input:not([type=hidden]), textarea, summary, nav a, .q-card__link, .govuk-back-link"
LARGE = "document.documentElement.style.zoom = 2"
SMALL_TARGETS = f"""
() => [...document.querySelectorAll({json.dumps(TOUCHED)})].filter(e => e.checkVisibility()).map(e => {{
    const label = e.matches('[type=radio],[type=checkbox]') ? e.labels[0] : e;
    const box = label.getBoundingClientRect();
    return [e.outerHTML.slice(0, 90), Math.round(box.width), Math.round(box.height)];
}}).filter(([, width, height]) => height < 44 || width < 24)
"""


def bring_axe(page: Page) -> None:
    """Every page that is opened brings axe along: sending it to each afterwards costs more than looking."""
    page.add_init_script(AXE)


def barriers(page: Page) -> list[tuple[str, Any]]:
    """Return what axe finds, each with the elements it is about."""
    return _found(page, _EVERY)


def barriers_in_dark(page: Page) -> list[tuple[str, Any]]:
    """Return what axe finds of what may differ where the page is dark."""
    return _found(page, _IN_DARK)


def barriers_in_large_letters(page: Page) -> list[tuple[str, Any]]:
    """Return what axe finds of what may differ where letters are large."""
    return _found(page, _IN_LARGE)


def _found(page: Page, options: dict[str, Any]) -> list[tuple[str, Any]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    seen = page.evaluate(f"axe.run({json.dumps(options)}).then(r => r.violations)")
    return [(v["id"], [node["html"][:160] for node in v["nodes"]]) for v in seen]


def cut_off(page: Page) -> list[tuple[str, Any]]:
    """Return how wide the page is, where that is wider than the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return [("cut off", width)] if width > page.viewport_size["width"] else []  # type: ignore[index]


def too_small(page: Page) -> list[tuple[str, Any]]:
    """Return what is too small for a finger."""
    return [("too small", each) for each in page.evaluate(SMALL_TARGETS)]
