"""`qingfu`, also `python -m ops`."""

from ops.commands import qingfu

if __name__ == "__main__":
    qingfu(prog_name="qingfu")
