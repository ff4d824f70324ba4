"""Value: what a field of a case or a row of a norm holds: a whole number, a code, or several codes."""

Value = int | str | tuple[str, ...]


def as_number(value: Value) -> int:
    """Return the number. Raises TypeError for codes: such a norm was not read by `document`."""
    if not isinstance(value, int):
        raise TypeError(f"a number expected, {value!r} found")
    return value


def as_codes(value: Value) -> tuple[str, ...]:
    """Return one code or many as many. Raises TypeError for a number: such a norm was not read by `document`."""
    if isinstance(value, int):
        raise TypeError(f"codes expected, {value!r} found")
    return (value,) if isinstance(value, str) else value
