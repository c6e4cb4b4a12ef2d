"""Family names for reference lists."""

from __future__ import annotations

import pytest

from tui.quoting.family_name import family_name


@pytest.mark.parametrize(
    ("name", "tags", "family"),
    [
        ("Vladimir Putin", (), "Putin"),
        ("Vladimir Vladimirovich Putin", (), "Putin"),
        ("Mohammed bin Salman", (), "bin Salman"),
        ("Xi Jinping", ("Xi Jinping",), "Xi"),
        ("Nursultan Nazarbayev", ("Putin Vladimir", "Nazarbayev Nursultan"), "Nazarbayev"),
        ("Mr. Speaker", (), None),
        ("Question", (), None),
    ],
)
def test_family_name(name: str, tags: tuple[str, ...], family: str | None) -> None:
    assert family_name(name, tags) == family
