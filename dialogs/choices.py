"""The answers proposed with a question, as data: what an option's id says of the draft."""

from typing import cast

from core.pool.draft import Draft, Kind, Place


def change_of(option: str) -> Draft | None:
    """`place=97411=Saint-Denis`, `programme=cap-cuisine`, `kind=pfmp`: what choosing it says; None for anything else."""
    slot, _, value = option.partition("=")
    match slot:
        case "place":
            insee, _, name = value.partition("=")
            return Draft(place=Place(insee, name))
        case "programme":
            return Draft(programmes=(value,))
        case "kind":
            return Draft(kind=cast(Kind, value))
    return None
