"""Onward: where a person was going when they had to sign in."""

from flask import request


def onward() -> str:
    """Return the page the person was on their way to, if it is one of ours."""
    address = request.form.get("next", "")
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if ours and len(address) < 500 else "/"
