"""Login: how a name typed at the door is read, whatever keyboard it came from."""

import re
import unicodedata

_MOBILE = re.compile(r"(?:\+?86)?(1[0-9]{10})")


def normal(login: str) -> str:
    """Return the login in the one form in which it is kept: full-width, capitals and spaces around do not matter."""
    return unicodedata.normalize("NFKC", login).casefold().strip()


def phone_in(login: str) -> str | None:
    """Return the phone number that somebody typed where the login belongs, in the form in which numbers are kept."""
    found = _MOBILE.fullmatch(re.sub(r"[\s-]", "", normal(login)))
    return found[1] if found else None
