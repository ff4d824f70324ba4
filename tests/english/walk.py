"""Walk: somebody who is signed in opens every page that links lead to, of many alike two, and sends every form."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.unit.gateway.person import Person

MOST_ALIKE = 2
_LINK = re.compile(r'href="(/[^"#]*)"')
_WORDS = re.compile(r"\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
_OF_A_NORM = re.compile(r"(?<=/rules/draft/new/)\w+(?:/\w+)?|(?<=/rules/try/)\w+")
_NOT_PAGES = re.compile(r"^/(language|static|api)/|\.(ics|json|xlsx|yaml|svg)$")
_ENDS = re.compile(r"/sign-out$|/sessions?/|/end-others$|/devices")


def pages(person: Person, *starts: str) -> Iterator[tuple[str, str]]:
    """Yield (address, html) of every page there is a way to, and of what each kind of its forms answers."""
    waiting, met, alike, sent = [*starts], {*starts}, Counter[str](), set[str]()
    while waiting:
        address = waiting.pop(0)
        person.opens(address)
        html, forms = person.page.html, list(person.page.forms)
        yield address, html
        for link in (found.replace("&amp;", "&") for found in _LINK.findall(html)):
            kind = _WORDS.sub("*", _OF_A_NORM.sub("*", link))
            if link not in met and alike[kind] < MOST_ALIKE and not _NOT_PAGES.search(link.partition("?")[0]):
                met.add(link)
                alike[kind] += 1
                waiting.append(link)
        for form in forms:
            kind = f"{form.method} {_WORDS.sub('*', form.action.partition('?')[0])}"
            if kind not in sent and not _ENDS.search(form.action):
                sent.add(kind)
                person.address = address
                yield f"{form.method} {form.action}", person.sends(form, {}).html
