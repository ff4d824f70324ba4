"""The guide says what the pages say."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "guide").glob("*.md"))
SAID_BY = (
    "gateway/**/*.html", "gateway/**/*.py", "contracts/**/*.py", "services/*/application/**/*.py",
    "services/*/domain/**/*.py",
)
ONE_PAGE_LINES = 70
REFERENCE = ("norms",)
"""A page to look things up in is as long as what it lists."""


@pytest.fixture(scope="module")
def said():
    """Everything that pages may say."""
    return "\n".join(file.read_text("utf-8") for pattern in SAID_BY for file in sorted(ROOT.glob(pattern)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_guide_quotes_stands_on_a_page(page, said):
    quoted = set(re.findall(r"\*\*(.+?)\*\*", page.read_text("utf-8"))) - {"粗体"}
    assert quoted
    assert {words for words in quoted if words not in said} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_guides_pages_are_short_and_what_they_show_and_lead_to_exists(page):
    words = page.read_text("utf-8")
    assert len(words.splitlines()) <= ONE_PAGE_LINES or page.stem in REFERENCE
    for place in re.findall(r'src="([^"]+)"|\]\(([^)]+)\)', words):
        assert (page.parent / "".join(place)).exists(), place
