"""Sees what the owner of a page should take down: hate, libel of a third person, others' data, a call to harm.

Authority: the founding policies (check pages for others' comments and remove the bad ones); Defamation Act 2013 s.5;
UK GDPR. In the owner's own words it sees that such comments are knowingly left. Criticism of the councillor, the
council or a party stays, however rude.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cllr.core.detector import AUTHORED, RECEIVED, Detector, Said
from cllr.core.detectors import _received

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cllr.core.scene import Scene

PROVISION = "third-party-comment-moderation"
DATA = "The words lay open another person's private matters on your page."
SEXUAL = "The words are a sexual remark about a person."
LEFT = "The words say that comments about a person are left standing though their content is known."


def _look(scene: Scene) -> Iterable[Said]:
    if scene.kind == "comment-received":
        return _received_here(scene)
    return _received.left(scene, PROVISION, LEFT)


def _received_here(scene: Scene) -> Iterator[Said]:
    sexual = next(iter(scene.hits("sexual-jibe")), None)
    for seen in (_received.hate(scene), _received.libel(scene), _received.incitement(scene)):
        if seen is not None and not (sexual is not None and seen.because == _received.GROUP):
            yield _received.marked(scene, PROVISION, seen)
            return
    if sexual is not None:
        yield scene.sentence_match(PROVISION, sexual, "likely", SEXUAL)
        return
    data = _received.laid_open(scene)
    if data is not None and not _received.is_warm(scene):
        yield scene.sentence_match(PROVISION, data, "likely", DATA)


DETECTOR = Detector(
    provisions=(PROVISION,),
    kinds=AUTHORED | RECEIVED,
    look=_look,
    wakes=_received.HOSTED,
    languages=("en", "sco"),
)
