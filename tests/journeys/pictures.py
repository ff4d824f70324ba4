"""Pictures of pages at their key moments, for README and guide."""

from pathlib import Path

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MARGIN = 16


class Album:
    """Takes pictures into a folder, of phones with scripts; without a folder, none."""

    def __init__(self, folder):
        self._folder = folder

    def take(self, phone, name, *, since=None, until=None):
        """A picture shows the page, from one part of it to another where they are named, else what is on the screen."""
        if not self._folder or not phone.scripts:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        more = {"full_page": True, "clip": _between(phone.page, since, until)} if since or until else {}
        phone.page.screenshot(path=self._folder / f"{name}.png", animations="disabled", **more)


def _between(page, since, until):
    """Return the part of the page between two of its parts, in its whole width."""
    first = _place(page, since)["top"] - MARGIN if since else 0
    last = _place(page, until)["bottom"] + MARGIN if until else first + page.viewport_size["height"]
    return {"x": 0, "y": first, "width": page.viewport_size["width"], "height": last - first}


def _place(page, part):
    """Return where a part lies on the whole page."""
    measure = """part => {
        const box = part.getBoundingClientRect();
        return {top: box.top + scrollY, bottom: box.bottom + scrollY};
    }"""
    return page.locator(part).first.evaluate(measure)
