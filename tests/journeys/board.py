"""公示栏, as anybody sees it without signing in."""

import re
from dataclasses import dataclass

from tests.journeys.people import SCHOOL


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One piece on the board. `change` says what became of it and why."""

    subject: str
    minutes: str
    content: str
    change: str
    struck: bool


class Board:
    """The school's board of one day on a visitor's phone."""

    def __init__(self, phone, day, of_class="三（2）班", school=SCHOOL, paper="a4"):
        self.phone, self._class = phone, of_class
        self._path = f"/schools/{school}/board?day={day}&paper={paper}"

    def look(self):
        """The board is there as it stands now."""
        self.phone.open(self._path)
        return self

    def comes_to_answer(self):
        """The board can be read again."""
        self.phone.comes_to_be_answered(self._path, 200)

    def on_paper(self):
        """Return the sizes in points of the sheets that come out of a printer."""
        paper = self.look().phone.page.pdf(prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox ?\[0 0 ([^\]]+)\]", paper)
        return [tuple(round(float(side)) for side in box.split()) for box in boxes]

    @property
    def total(self):
        """Return the class's minutes against its cap."""
        return self._card.locator(".q-card__head .q-total").inner_text()

    def pieces(self, content):
        """Return what the class has with this content."""
        rows = self._card.locator(".q-piece").filter(has_text=content)
        return [_piece(row) for row in rows.all()]

    def piece(self, content):
        """Return the one piece with this content."""
        (only,) = self.pieces(content)
        return only

    @property
    def part(self):
        """Return what leads to the class's part of the page."""
        return f".q-card:has(h3:text-is('{self._class}'))"

    @property
    def _card(self):
        return self.phone.page.get_by_role("region", name=self._class, exact=True)


def _piece(row):
    change, content = row.locator(".q-piece__change"), row.locator(".q-piece__content")
    return Piece(
        subject=row.locator(".q-piece__subject").inner_text(),
        minutes=row.locator(".q-piece__minutes").inner_text(),
        content=content.inner_text(),
        change=change.inner_text() if change.count() else "",
        struck="line-through" in content.evaluate("piece => getComputedStyle(piece).textDecorationLine"),
    )
