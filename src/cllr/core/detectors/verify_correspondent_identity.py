"""Sees a message whose sender should be checked: a name or office claimed on a new number, in a hurry.

Authority: one founding policy (try to verify who you are talking to before replying). In the councillor's own words
it sees that details went to somebody unknown. Quiet on residents who introduce themselves and ask what is public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, RECEIVED, Detector, Said
from cllr.core.detectors import _received

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.scene import Scene

PROVISION = "verify-correspondent-identity"
GIVEN = "The words say that details went to somebody you do not know."


def _look(scene: Scene) -> Iterator[Said]:
    if scene.kind == "comment-received":
        seen = _received.stranger(scene)
        if seen is not None:
            yield _received.marked(scene, PROVISION, seen)
        return
    given = next(iter(scene.hits("handed-over")), None)
    if given is not None and scene.has("unknown-person"):
        yield scene.sentence_match(PROVISION, given, "likely", GIVEN)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED | RECEIVED,
    look=_look,
    wakes=("wants-something", "asks-for", "handed-over"),
    languages=("en", "sco"),
)
