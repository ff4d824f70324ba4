"""Recovery code: ten letters of Crockford's base32, in two groups; read however a tired person types it."""

import unicodedata
from collections.abc import Iterable

BYTES, _GROUP = 10, 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("OIL", "011", "- \u3000")


def written(chance: bytes) -> str:
    """Return the code that these random bytes make, five bits of each: KX4P2-9TRW7."""
    letters = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in chance)
    return "-".join(letters[start:start + _GROUP] for start in range(0, len(letters), _GROUP))


def each_written(chances: Iterable[bytes]) -> tuple[str, ...]:
    """Return a code for each."""
    return tuple(written(chance) for chance in chances)


def normal(typed: str) -> str:
    """Return the code in the one form in which it is known again; also of six digits, which are no such code."""
    return unicodedata.normalize("NFKC", typed).upper().translate(_MEANT)
