"""`make texts`: bring the catalogue up to date: new messages come in empty, old ones go, and it is compiled."""

import sys

from tests.english.catalogue import compiled, kept, updated, write


def main() -> int:
    """Return 0 when every message has its English."""
    catalogue = updated(kept())
    write(catalogue)
    compiled(catalogue)
    missing = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} messages, {len(missing)} without English")  # noqa: T201
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
