"""Small files that are either the old one or the new one, never half of it."""

import json
import os
from pathlib import Path
from typing import Any


def write(path: Path, content: Any, *, mode: int = 0o644) -> None:
    """The file holds `content` as JSON, readable by those whom `mode` allows from its first byte on."""
    write_text(path, json.dumps(content, ensure_ascii=False, indent=1), mode=mode)


def write_text(path: Path, text: str, *, mode: int) -> None:
    """The file holds `text`, readable by those whom `mode` allows from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def read(path: Path) -> Any | None:
    """Return what the file holds; nothing when it is not there or is no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
