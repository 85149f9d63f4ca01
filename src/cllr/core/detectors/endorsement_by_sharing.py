"""Sees that a share or like reads as agreement with something doubtful; asks where agreement is left open.

Doubtful: a tale of hidden plots, one group set against another, a call to harm, and, for a member who will decide
the matter, a campaign about it. Authority: good practice in the founding policies; LGA, "Councillors and social
media". Quiet where the share keeps its distance or corrects. A bare pointer to a petition, a poll or an opinion piece
is asked about, since whether it is meant as agreement only the author knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, Detector, Said
from cllr.core.detectors._allegation import claims, takes_back
from cllr.core.detectors._exempt_papers import distinctive
from cllr.core.detectors._ties import decides
from cllr.core.text import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cllr.core.model import Matter
    from cllr.core.scene import Scene

PROVISION = "endorsement-by-sharing"
QUESTION = "do-you-endorse"
BARE = 2
"""Words at most of a share that is a mere sign: whether it means agreement is asked."""
DOUBTFUL = ("scare-story", "call-to-harm", "us-and-them")


def _look(scene: Scene) -> Iterator[Said]:
    shared = scene.shared
    if shared is None or takes_back(scene):
        return
    applause = next(iter(scene.hits("applause")), None)
    doubtful = shared.hits(*DOUBTFUL)
    if doubtful:
        if scene.has("distance"):
            return
        if applause is not None or scene.kind == "like" or scene.has("passes-on") or not scene.words:
            because = "Sharing this with these words reads as agreement with a doubtful claim."
            yield scene.match(PROVISION, applause, "likely" if applause else "possible", because)
        else:
            yield scene.match(PROVISION, None, "possible", "Sharing this without distance reads as agreement.")
        return
    if shared.has("campaign-ask"):
        if applause is not None and _decides(scene, shared):
            because = "The words side with a campaign on a matter that you may have to decide."
            yield scene.match(PROVISION, applause, "likely", because)
        elif (applause is None or len(scene.words) <= BARE) and not scene.has("distance"):
            yield scene.ask(
                PROVISION, QUESTION, "You share a campaign or an opinion without saying whether it is yours."
            )
    elif claims(shared) and applause is not None and not scene.has("distance"):
        because = "Sharing this with these words reads as agreement with what is alleged."
        yield scene.match(PROVISION, applause, "possible", because)
    elif claims(shared):
        yield scene.ask(PROVISION, QUESTION, "You share a claim without saying whether you believe it.")


def _decides(scene: Scene, shared: Scene) -> bool:
    """Say whether a pending matter that the author will decide is what is campaigned about."""
    return any(decides(scene, matter) and _about(shared, matter) for matter in scene.context.pending_matters or ())


def _about(shared: Scene, matter: Matter) -> bool:
    """Say whether a shared text names the subject, the reference or the committee of a matter."""
    named = [name.lower() for name in (matter.ref, matter.committee) if name]
    return bool(distinctive(view(matter.subject)) & distinctive(shared.view)) or any(n in shared.norm for n in named)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED,
    look=_look,
    wakes_on=("shared_from",),
    languages=("en", "sco", "cy", "pl"),
)
