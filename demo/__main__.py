"""`python -m demo OUT_FOLDER [--today YYYY-MM-DD]` writes the demo district's documents, one for each house."""

import argparse
import json
from datetime import date
from pathlib import Path

from demo.documents import documents
from plumbing import clock


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the files go; made if it is not there")
    parser.add_argument("--today", type=date.fromisoformat, default=clock.today(), help="the day the demo is opened on")
    chosen = parser.parse_args()
    write(chosen.folder, chosen.today)


def write(folder: Path, today: date) -> None:
    """Write every document into the folder, overwriting those of an earlier day."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in documents(today).items():
        (folder / name).write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
