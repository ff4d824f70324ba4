"""Onward: where a person was going when they had to sign in."""

from flask import request


def onward() -> str:
    """Return the page the person was on their way to, if it is one of ours."""
    return if_ours(request.form.get("next", ""))


def if_ours(address: str) -> str:
    """Return an address of ours as it is, our first page for any other."""
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if ours and len(address) < 500 else "/"
