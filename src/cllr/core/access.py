"""Who may do what: one function that says yes or no, and why.

No rule means no. Every answer carries its reason, so that a page can show "why can I see this?".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["check"]
"""What can be asked for. Actions come with the parts that need them."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. Nobody signs in yet, so an actor is anyone."""

    name: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, with the reason in words a person can read."""

    allowed: bool
    because: str


ANYONE = Actor()


def decide(actor: Actor, action: Action | str, resource: object = None) -> Decision:
    """Return whether `actor` may do `action` to `resource`, with the reason."""
    del actor, resource  # the one rule there is looks at neither
    if action == "check":
        return Decision(allowed=True, because="anyone may check a draft; a check leaves nothing behind")
    return Decision(allowed=False, because=f"no rule allows {action}")
