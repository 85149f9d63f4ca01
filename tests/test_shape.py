"""The shape of the house: nothing without its page, its examples, its words, its rules."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.places import ROOT

if TYPE_CHECKING:
    from cllr.core.detector import Detector

from cllr.core import catalogue, lexicon, registry
from cllr.core.catalogue import SYSTEMS
from cllr.core.lexicon.index import read_sources
from cllr.core.model import MOMENTS
from tests.test_detectors import EXAMPLES

CORE = ROOT / "src/cllr/core"
PROVISIONS = sorted((CORE / "provisions").glob("*/*.toml"))
FILES = [path for path in PROVISIONS if not path.name.endswith(".cues.toml")]

# Words of a verdict. A finding says what a draft may engage; who decides is a person.
VERDICTS = re.compile(
    r"\b(breach(es|ed|ing)?|in breach|failed|guilty|violat\w+|offender|culprit|illegal post)\b", re.IGNORECASE
)

# What no file of ours may name: where packages come from, and the paths of one machine.
FOREIGN = re.compile(
    r"https?://[^ \"]*(/simple/|/packages/[0-9a-f]{2}/|/-/[a-z0-9.-]+\.tgz)|--(extra-)?index-url|\"resolved\":"
)
MACHINE = re.compile(r"/(?:work)/")
"""A path of a machine on which the project was worked on."""

KEYS = [
    "id",
    "title",
    "aliases",
    "status",
    "kind",
    "moment",
    "also_at",
    "basis",
    "weight",
    "law_weight",
    "asks",
    "why",
    "instead",
    "until",
    "limits",
    "who",
    "works",
    "citations",
    "questions",
]


def tracked() -> list[Path]:
    """Return the files of the project that are text."""
    skipped = {".git", ".venv", ".cache", "node_modules", "built", "dist", "build", "__pycache__", ".hypothesis"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file()
        and not skipped & set(path.parts)
        and not any(part.endswith(("_cache", ".egg-info")) for part in path.parts)
        and path.suffix in {".py", ".toml", ".md", ".html", ".json", ".txt", ".js", ".scss", ""}
    ]


def test_there_are_110_provisions() -> None:
    assert len(FILES) == len(catalogue.provision_ids()) == 110


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_provision_is_whole(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    held = catalogue.provision(path.stem)
    assert [key for key in KEYS if key in data] == list(data)
    assert data["id"] == path.stem
    assert held.moment == path.parent.name
    assert held.moment in MOMENTS
    assert (held.law_weight is not None) == ("law" in held.basis)
    assert all(works.where in SYSTEMS for works in held.works)
    assert held.works
    for text in (held.asks, held.why, held.instead, held.until, held.limits):
        assert 40 <= len(text) <= 800
        assert not VERDICTS.search(text), VERDICTS.search(text)
    for citation in held.citations:
        assert citation.address.startswith("https://")
        assert citation.seen in {"read", "general-knowledge"}
    names = [question.id for question in held.questions]
    assert len(set(names)) == len(names)
    for question in held.questions:
        assert len(question.answers) >= 2
        assert not VERDICTS.search(" ".join([question.text, *(a.then for a in question.answers)]))


def test_what_a_provision_claims_of_its_check_is_so() -> None:
    looked = {name for detector in registry.shipped() for name in detector.provisions}
    claimed = {p.id for p in catalogue.provisions() if any(w.by in {"check", "question"} and w.yet for w in p.works)}
    assert claimed == looked


def test_no_alias_is_an_id_and_no_two_are_alike() -> None:
    aliases = [alias for p in catalogue.provisions() for alias in p.aliases]
    assert len(set(aliases)) == len(aliases)
    assert not set(aliases) & set(catalogue.provision_ids())


@pytest.mark.parametrize("detector", registry.shipped(), ids=lambda d: d.name)
def test_a_detector_has_its_page_and_more_quiet_examples_than_found(detector: Detector) -> None:
    assert detector.name == detector.provisions[0]
    assert all(catalogue.has_provision(name) for name in detector.provisions)
    assert detector.always or detector.wakes or detector.wakes_on
    assert not set(detector.wakes) - set(lexicon.shipped().tags)
    data = tomllib.loads((EXAMPLES / f"{detector.name}.toml").read_text(encoding="utf-8"))
    assert set(data) == {"found", "quiet"}
    assert len(data["quiet"]) > len(data["found"]) >= 2
    assert all(example["why"] for key in data for example in data[key])


def test_examples_belong_to_detectors() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.toml")} == {detector.name for detector in registry.shipped()}


def test_every_tag_says_what_it_is_about_and_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CORE.rglob("*.py"))
    tags = read_sources()
    rows = [row for tag in tags.values() for row in (*tag["find"], *tag.get("quiet", ()))]
    referred = {ref for row in rows for ref in re.findall(r"<([^<>]+)>", row)}
    unused = [name for name in tags if f'"{name}"' not in source and name not in referred]
    assert unused == []


def test_settings_name_provisions_and_values_once() -> None:
    assert len(catalogue.settings()) == 89
    for setting in catalogue.settings().values():
        values = [choice.value for choice in setting.values]
        assert len(set(values)) == len(values)
        assert all(catalogue.has_provision(name) for name in setting.provisions)
        assert all(catalogue.has_provision(name) for choice in setting.values for name in choice.weights)


def test_platforms_include_the_open_one() -> None:
    assert "other" in catalogue.platforms()


def test_advice_in_code_and_pages_holds_no_verdict() -> None:
    places = [*CORE.joinpath("detectors").glob("*.py"), *ROOT.joinpath("src/cllr/web/templates").rglob("*.html")]
    for path in places:
        for match in re.finditer(r'"([A-Z][^"\n]{24,})"', path.read_text(encoding="utf-8")):
            assert not VERDICTS.search(match[1]), (path.name, match[1])


def test_no_file_names_a_registry_or_a_machine() -> None:
    for path in tracked():
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        assert not FOREIGN.search(text), path
        assert not MACHINE.search(text), path


def test_data_and_models_carry_a_card() -> None:
    for path in (ROOT / "tests/data").rglob("*"):
        if path.is_dir() and any(child.is_file() for child in path.iterdir()):
            cards = [path / "README.md", path.parent / "README.md"]
            assert any(card.exists() for card in cards), path


def test_a_view_without_a_token_changes_nothing() -> None:
    exempt = {
        (path.name, match)
        for path in (ROOT / "src/cllr/web/views").glob("*.py")
        for match in re.findall(r"@csrf_exempt[^\n]*\n(?:@[^\n]+\n)*def (\w+)", path.read_text(encoding="utf-8"))
    }
    assert exempt == {("check.py", "check"), ("policy.py", "upload"), ("policy.py", "download")}
