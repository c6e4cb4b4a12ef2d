"""Which of the theme's speaker colours belongs to whom.

A speaker keeps one colour in every meeting and at every start, so the slot comes from the
name alone. Two people of one meeting who would share a slot are told apart there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

SLOTS = 12
"""How many speaker colours a theme defines: the variables ``$speaker-1`` … ``$speaker-12``."""

OWN_SLOTS = 8
"""How many people a user may give colours of their own: ``$speaker-13`` … ``$speaker-20``."""

# Chosen so that the people of the shipped seeds get well separated hues, blue and terracotta.
_SALT = b"stenogram-865"


def speaker_slot(name: str) -> int:
    """Return the slot that a name has by itself.

    Case, repeated white space and the way accents are encoded make no difference. The
    answer is the same in every process and version (``hash()`` is not).

    Args:
        name: A speaker's name as ``Turn.speaker`` or ``Participant.name`` has it.

    Returns:
        1 … ``SLOTS``, the number in the variable ``$speaker-N``.
    """
    folded = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    digest = blake2b(folded.encode("utf-8", "replace"), digest_size=8, salt=_SALT).digest()
    return int.from_bytes(digest, "big") % SLOTS + 1


def assign(names: Iterable[str]) -> dict[str, int]:
    """Give the speakers of one meeting slots that differ while there are enough.

    Whoever speaks first keeps the slot of the name; a later speaker who finds it taken
    moves on to the next free one. Past ``SLOTS`` speakers, colours repeat.

    Args:
        names: Speakers in the order of their first turn; repetitions are ignored.

    Returns:
        The slot, 1 … ``SLOTS``, for each name.
    """
    slots: dict[str, int] = {}
    free = set(range(1, SLOTS + 1))
    for name in names:
        if name in slots:
            continue
        if not free:
            slots[name] = speaker_slot(name)
            continue
        own = speaker_slot(name)
        slot = min(free, key=lambda candidate: (candidate - own) % SLOTS)
        free.discard(slot)
        slots[name] = slot
    return slots


def own_slots(names: Iterable[str]) -> dict[str, int]:
    """Give people whose colour the user chose slots past those of the theme.

    Args:
        names: In the order of the configuration; past ``OWN_SLOTS``, names are left out.
    """
    return dict(zip(names, range(SLOTS + 1, SLOTS + OWN_SLOTS + 1), strict=False))
