"""Writes an imprint from what it has to name."""

from __future__ import annotations

from cllr.core.errors import BadInput, TooLarge
from cllr.core.imprint.parse import find, is_postal


def build(
    promoter: str,
    address: str,
    on_behalf_of: str | None = None,
    on_behalf_address: str | None = None,
    printer: str | None = None,
    limit: int | None = None,
) -> str:
    """Return the text of an imprint on one line.

    `on_behalf_address` may be left out where it is the promoter's own; `printer` holds name and address, for print.
    `limit` is how many characters (code points) are left for it. BadInput where a name is missing or an address is
    not postal; TooLarge where the imprint does not fit, with the places where it may stand instead.
    """
    name, where = _plain(promoter, "promoter"), _postal(address, "the promoter's address")
    words = f"Promoted by {name}"
    behalf = _plain(on_behalf_of, "person on whose behalf it is published") if on_behalf_of is not None else name
    if behalf == name:
        words += f", {where}"
    else:
        theirs = where if on_behalf_address is None else _postal(on_behalf_address, "the address of that person")
        if theirs == where:
            words += f" on behalf of {behalf}, both of {where}"
        else:
            words += f", {where} on behalf of {behalf}, {theirs}"
    if printer is not None:
        words = f"{_printed(printer)}. {words}"
    if limit is not None and len(words) > limit:
        raise TooLarge(
            f"the imprint has {len(words)} characters and {max(limit, 0)} are left",
            because="name and postal address of everybody it names have to be in it",
            remedy=(
                "Shorten the post or put the imprint into its picture. Only where neither is reasonably practicable "
                "may it stand one step away instead: in the profile beneath the name, in a pinned post, or on a page "
                "that the post links to; record why"
            ),
        )
    return words


def _plain(name: str, what: str) -> str:
    plain = " ".join(name.split()).strip(" ,;:")
    if not plain:
        raise BadInput(f"the {what} has no name", because="an imprint names people", remedy="Give the name")
    return plain


def _postal(address: str, what: str) -> str:
    plain = " ".join(address.split()).strip(" ,;:.")
    if not is_postal(plain):
        raise BadInput(
            f"{what} is not a postal address",
            because="an e-mail address, a website or a place alone is none",
            remedy="Give house, street, town and postcode; an office, a PO box or a mailbox service will do",
        )
    return plain


def _printed(printer: str) -> str:
    words = "Printed by " + " ".join(printer.split()).strip(" ,;:.")
    found = find(words)
    if found is None or not found.printer or not found.printer_address:
        raise BadInput(
            "the printer is not named with a postal address",
            because="printed election material names its printer as well",
            remedy="Give it as: name, house and street, town, postcode",
        )
    return words
