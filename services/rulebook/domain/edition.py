"""Edition: what a layer says since its last publication; a later one replaces it whole and leaves it on record."""

from dataclasses import dataclass

from engines.policy import Layer, Norm


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Version 0 says nothing and was never published: it is where a new layer starts."""

    layer_id: str
    layer: Layer
    version: int
    norms: tuple[Norm, ...] = ()

    def says(self, norms: tuple[Norm, ...]) -> bool:
        """Say whether publishing these norms would change nothing."""
        return self.version > 0 and self.norms == norms

    def followed_by(self, norms: tuple[Norm, ...]) -> "Edition":
        """Return the edition that replaces this one."""
        return Edition(layer_id=self.layer_id, layer=self.layer, version=self.version + 1, norms=norms)
