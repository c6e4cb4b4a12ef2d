"""Files of documents: whatever goes in comes out, and damage does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.errors import Damaged
from tui.library.files import Files
from tui.library.sealed import pack, unpack
from tui.library.storage import Database

PATH = Path("file.json")

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(texts, values, max_size=4)
names = texts.filter(lambda name: name != "seal")
tables = st.dictionaries(names, st.dictionaries(texts, documents, max_size=4), max_size=3)


def read(data: bytes) -> dict[str, dict[str, Any]]:
    return {name: dict(table) for name, table in unpack(PATH, data).items()}


@given(tables)
def test_tables_come_back_as_they_were(tables: dict[str, dict[str, Any]]) -> None:
    assert read(pack(tables)) == tables


@given(tables)
def test_an_undecoded_table_is_written_as_it_was(tables: dict[str, dict[str, Any]]) -> None:
    assert pack(unpack(PATH, pack(tables))) == pack(tables)


@given(tables, st.data())
def test_a_changed_byte_is_noticed(tables: dict[str, dict[str, Any]], data: st.DataObject) -> None:
    whole = bytearray(pack(tables))
    content = whole.rindex(b',\n"seal"')
    at = data.draw(st.integers(0, content - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Damaged):
        read(bytes(whole))


@given(tables, st.data())
def test_a_file_cut_short_is_noticed(
    tables: dict[str, dict[str, Any]], data: st.DataObject
) -> None:
    whole = pack(tables)
    sealed = whole.rindex(b"}}")
    with pytest.raises(Damaged):
        read(whole[: data.draw(st.integers(0, sealed - 1))])


def test_nothing_is_written_before_the_commit(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    database = Database(path, Files())
    database.put("table", {"name": {"value": 1}})
    assert not path.exists()
    database.commit()
    assert Database(path, Files()).document("table", "name") == {"value": 1}


def test_documents_are_replaced_by_name(tmp_path: Path) -> None:
    database = Database(tmp_path / "file.json", Files())
    database.put("table", {"one": {"value": 1}, "two": {"value": 2}})
    database.put("table", {"two": {"value": 3}})
    database.take("table", {"one", "none"})
    assert database.rows("table") == {"two": {"value": 3}}


def test_a_failed_write_leaves_the_file_and_no_other(tmp_path: Path) -> None:
    class Full(Files):
        def before(self, step: str, path: Path) -> None:
            if step == "sync":
                raise OSError(28, "No space left on device")

    path = tmp_path / "file.json"
    Files().write(path, b"old")
    with pytest.raises(OSError, match="No space"):
        Full().write(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("file.json", b"old")]


def test_a_broken_seal_hides_no_broken_document() -> None:
    whole = pack({"table": {"name": {"value": 1}}})
    with pytest.raises(Damaged):
        unpack(PATH, whole.replace(b'{"value":1}', b'{"value":'), sealed=False)
