"""Catalogue: gateway/english/catalogue.po, written by people, and the .mo that the gateway reads."""

import io

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from gateway.english.book import CATALOGUE
from tests.english.sayings import sayings

PO = CATALOGUE.with_suffix(".po")


def kept() -> Catalog:
    """Return the catalogue as it stands."""
    if not PO.exists():
        return Catalog(locale="en")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def updated(before: Catalog) -> Catalog:
    """Return a catalogue of exactly the messages there are now, with the English that is known."""
    now = Catalog(locale="en", project="Qingfu", charset="utf-8", header_comment="# 轻负 Qingfu: English")
    for message, paths in sorted(sayings().items(), key=lambda said: (said[1][0], said[0])):
        stood = before.get(message)
        now.add(message, stood.string if stood else "", auto_comments=[paths[0]])
    return now


def written(catalogue: Catalog) -> bytes:
    """Return the catalogue as a .po, the same for the same messages."""
    text = io.BytesIO()
    write_po(text, catalogue, width=0, omit_header=True)
    return b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + text.getvalue()


def write(catalogue: Catalog) -> None:
    """Let the .po be this."""
    PO.write_bytes(written(catalogue))


def compiled(catalogue: Catalog) -> bytes:
    """Return the .mo, and let the gateway read it."""
    made = io.BytesIO()
    catalogue.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
    write_mo(made, catalogue)
    CATALOGUE.write_bytes(made.getvalue())
    return made.getvalue()
