"""QR: an address as a square that a phone's camera reads, dark on white whatever the page's colours are."""

import segno
from markupsafe import Markup


def square(address: str) -> Markup:
    """Return the square as an inline drawing; what it leads to has to be told beside it, too."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=4, dark="#000", light="#fff")
    return Markup(drawn)  # noqa: S704 - drawn by us: digits and fixed words only
