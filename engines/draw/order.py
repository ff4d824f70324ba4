"""Order: all tickets of a round, one after another, as its list and the public value make it.

After RFC 3797, with SHA-256 for MD5 and a whole order in place of a few selected. The seed is the SHA-256 of four
lines in UTF-8, each with a line feed: `qingfu-draw-seed/1`, the list's hash, the round's name, the value. The tickets
stand as in the list. For k = 1, 2, ... as long as any are left: the SHA-256 of `k/seed/k` (decimal, small hexadecimal,
decimal) is read as a whole number, big end first; its remainder by how many tickets are left picks the next, counted
from 0 among those left, which stay as they stand. `printf '1/…seed…/1' | sha256sum` is all it takes to follow it.

Bias, were SHA-256 a perfect die: 2^256 divides by no number of tickets but powers of two, so the first remainders come
up once more often; a ticket's chance at one pick differs from 1/n by less than 2^-256, and the chance of a whole
order of n by a factor within 1 ± n²/2^256: below 2^-229 for 10,000 tickets. How many orders can come up at all is how
many values there can be (`form`): far fewer than n!, which is why the list has to be closed before.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

SEED_FORMAT = "qingfu-draw-seed/1"
One = TypeVar("One")


def seed_of(sha256: str, name: str, value: str) -> str:
    """Return the seed, in small hexadecimal: neither list, round nor value can be another without its being so."""
    return hashlib.sha256(f"{SEED_FORMAT}\n{sha256}\n{name}\n{value}\n".encode()).hexdigest()


def numbers(seed: str, count: int) -> Iterator[int]:
    """Yield so many whole numbers below 2^256."""
    for place in range(1, count + 1):
        yield int.from_bytes(hashlib.sha256(f"{place}/{seed}/{place}".encode()).digest(), "big")


def picked(pool: Sequence[One], numbers: Iterable[int]) -> Iterator[One]:
    """Yield from the pool what each number picks of those that are left."""
    left = list(pool)
    for number in numbers:
        yield left.pop(number % len(left))
