"""A page as a person without scripts reads it: its words, its links, its forms."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input", "meta", "link", "br", "rect", "line", "path", "circle"}


@dataclass
class FoundForm:
    """What a form would send if its button were pressed now."""

    action: str
    method: str
    values: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """Parses as it is made."""

    def __init__(self, html: str):
        super().__init__()
        self.html, self.forms, self.links = html, [], {}  # type: ignore[var-annotated]
        self.words = ""
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._area: list[str] = []
        self._said: list[str] = []
        self.feed(html)
        self.words = "".join(self._said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self._open.append((tag, given))
        if tag == "form":
            self.forms.append(FoundForm(action=given.get("action") or "", method=given.get("method") or "get"))
        if tag == "input" and self.forms:
            self._input(given)
        if tag == "textarea":
            self._area = []

    def _input(self, given: dict[str, str | None]) -> None:
        form, name, value = self.forms[-1], given.get("name") or "", given.get("value") or ""
        if given.get("type") in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(value)
            if "checked" in given:
                form.values.append((name, value))
        else:
            form.values.append((name, value))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, given = self._open.pop()
            if opened == "textarea":
                self.forms[-1].values.append((given.get("name") or "", "".join(self._area).removeprefix("\n")))
            if opened == "button" and self.forms:
                words = self._said[-1].strip()
                self.forms[-1].buttons.append((given.get("name") or "", given.get("value") or "", words))
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self._open]
        if "textarea" in inside:
            self._area.append(data)
        if "script" in inside or "style" in inside:
            return
        self._said.append(data)
        for tag, given in self._open:
            if tag == "a":
                self.links[" ".join(data.split())] = given.get("href") or ""

    def form(self, button: str) -> FoundForm:
        """Return the form that has this button."""
        return next(form for form in self.forms if any(words == button for _, _, words in form.buttons))
