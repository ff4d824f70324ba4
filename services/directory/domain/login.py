"""Login: how a name typed at the door is read, whatever keyboard it came from."""

import unicodedata


def normal(login: str) -> str:
    """Return the login in the one form in which it is kept: full-width, capitals and spaces around do not matter."""
    return unicodedata.normalize("NFKC", login).casefold().strip()
