"""Before: what a store in memory held when a transaction began, to go back to where it fails."""

from dataclasses import fields, is_dataclass


def copied(held):
    """Return the same again, so that changes of the one leave the other alone; what nobody can change is shared."""
    match held:
        case dict():
            return {key: copied(each) for key, each in held.items()}
        case list():
            return [copied(each) for each in held]
        case set():
            return {*held}
        case _ if is_dataclass(held) and not held.__dataclass_params__.frozen:
            return type(held)(**{field.name: copied(getattr(held, field.name)) for field in fields(held)})
        case _:
            return held
