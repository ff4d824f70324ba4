"""Paper code: letters of Crockford's base32 in groups; read however a tired person types it."""

import unicodedata

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("OIL", "011", "- \u3000")


def written(chance: bytes, *, group: int) -> str:
    """Return the code that these random bytes make, five bits of each: KX4P2-9TRW7 in groups of five."""
    letters = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in chance)
    return "-".join(letters[start:start + group] for start in range(0, len(letters), group))


def normal(typed: str) -> str:
    """Return the code in the one form in which it is known again; also of six digits, which are no such code."""
    return unicodedata.normalize("NFKC", typed).upper().translate(_MEANT)
