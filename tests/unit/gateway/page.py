"""A page as a person without scripts reads it: its words, its links, its forms."""

from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

Pairs = list[tuple[str, str]]


@dataclass
class FoundForm:
    """What a form would send if its button were pressed now."""

    action: str
    method: str
    values: Pairs = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    spoken: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class Page:
    """Parses as it is made."""

    def __init__(self, html: str):
        self.html = html
        root = document_fromstring(html or "<p>")
        etree.strip_elements(root, "script", "style", with_tail=False)
        self.words = str(root.text_content())
        self.links = {
            " ".join(words.split()): link.get("href", "") for link in root.iter("a") for words in link.itertext()
        }
        self.forms = [_form(form) for form in root.iter("form")]

    def form(self, button: str) -> FoundForm:
        """Return the form that has this button."""
        return next(
            form for form in self.forms
            if button in form.spoken or any(words == button for _, _, words in form.buttons)
        )


def _form(element: HtmlElement) -> FoundForm:
    form = FoundForm(action=element.get("action", ""), method=element.get("method", "get"))
    for part in element.iter("input", "textarea", "button", "select"):
        name, value = part.get("name", ""), part.get("value", "")
        if part.tag == "select":
            form.choices[name] = [option.get("value", "") for option in part.iter("option")]
            chosen = (option.get("value", "") for option in part.iter("option") if "selected" in option.attrib)
            form.values.append((name, next(chosen, form.choices[name][0])))
        elif part.tag == "textarea":
            form.values.append((name, part.text_content().removeprefix("\n")))
        elif part.tag == "button":
            form.buttons.append((name, value, [*part.itertext()][-1].strip()))
            form.spoken.append("".join(part.text_content().split()))
        else:
            if part.get("type") in ("radio", "checkbox"):
                form.choices.setdefault(name, []).append(value)
                if "checked" not in part.attrib:
                    continue
            form.values.append((name, value))
    return form
