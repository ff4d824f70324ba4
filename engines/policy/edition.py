"""Edition: which version of which layer of norms."""

from typing import NamedTuple


class Edition(NamedTuple):
    """A layer never says two things under one version."""

    layer_id: str
    version: int
