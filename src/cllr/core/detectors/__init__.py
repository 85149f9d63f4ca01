"""One file per detector. A detector sees a scene and answers with matches and questions; it knows no policy.

Adding one is adding a file here with a `DETECTOR`, its examples in `tests/detectors/` and, where it looks for
new words, a tag in `core/lexicon/`. No list is edited: `registry` finds them (CONTRIBUTING.md).
"""
