"""The readers against annotated transcripts, where these are at hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "score_readers.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_readers", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    return load()


@pytest.fixture(scope="module")
def scores(scoring: ModuleType) -> dict[str, list[Any]]:
    corpus = scoring.corpus_folder()
    if not (corpus / "kremlin" / "gold").is_dir():
        pytest.skip(f"no corpus at {corpus}; set STENOGRAM_CORPUS")
    found: dict[str, list[Any]] = scoring.score_all(corpus)
    return found


@pytest.mark.parametrize(("collection", "bar"), [("kremlin", 0.995), ("archive", 0.98)])
def test_turns(scoring: ModuleType, scores: dict[str, Any], collection: str, bar: float) -> None:
    assert scoring.rate(scores[collection]) >= bar


@pytest.mark.parametrize("key", ["title", "date", "time", "place", "published"])
@pytest.mark.parametrize("collection", ["kremlin", "archive"])
def test_header(scoring: ModuleType, scores: dict[str, Any], collection: str, key: str) -> None:
    assert scoring.rate(scores[collection], key) >= 0.99


@pytest.mark.parametrize("key", ["geography", "topics", "persons", "sections"])
@pytest.mark.parametrize("collection", ["kremlin", "archive"])
def test_tags(scoring: ModuleType, scores: dict[str, Any], collection: str, key: str) -> None:
    assert scoring.rate(scores[collection], key) >= 0.99


@pytest.mark.parametrize("collection", ["kremlin", "archive"])
def test_roles(scoring: ModuleType, scores: dict[str, Any], collection: str) -> None:
    assert scoring.rate(scores[collection], "role") >= 0.98


@pytest.mark.parametrize("key", ["captions", "headings", "elisions", "see_also", "paragraphs"])
def test_what_is_not_speech(scoring: ModuleType, scores: dict[str, Any], key: str) -> None:
    assert scoring.rate(scores["archive"], key) >= 0.9


def test_documents_without_speakers_have_no_turns(scores: dict[str, Any]) -> None:
    articles = [s for s in scores["kremlin"] + scores["archive"] if not s.gold]
    assert [s.name for s in articles if s.ours] == []
