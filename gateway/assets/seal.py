"""Seal built files: name each with its origin, its licence and its hash, so that a test can tell when one changes."""

import hashlib
import json
import sys
from pathlib import Path


def fingerprint(file: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def sealed(folder: Path, origins: list[str]) -> dict[str, dict[str, str]]:
    """Return the manifest of `folder`; an origin reads `file=package version licence`."""
    manifest = {}
    for origin in origins:
        name, _, words = origin.partition("=")
        package, version, licence = words.split(" ", 2)
        seal = fingerprint(folder / name)
        manifest[name] = {"package": package, "version": version, "licence": licence, "sha256": seal}
    return manifest


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.joinpath("manifest.json").write_text(json.dumps(sealed(place, sys.argv[2:]), indent=2, sort_keys=True) + "\n")
