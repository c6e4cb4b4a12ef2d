"""A hit as a line of a concordance: the words before it, itself, the words after it."""

from __future__ import annotations

from tui.model import Hit, Passage, SpanKind


def left_and_right(passage: Passage, hit: Hit, words: int | None) -> tuple[str, str, str]:
    """Cut a hit and its surroundings out of a passage.

    The passage's paragraphs count as one text, joined by a single space. The three
    parts together are an uninterrupted stretch of it, so a space beside the hit belongs
    to the context.

    Args:
        passage: Where the hit lies.
        hit: What to cut out.
        words: How many words of context on either side; None for the whole passage.

    Returns:
        The context before, the hit's words, the context after.
    """
    before_block = sum(len(block.text) + 1 for block in passage.blocks[: hit.focus.block])
    text = " ".join(block.text for block in passage.blocks)
    start, end = before_block + hit.focus.start, before_block + hit.focus.end
    left, found, right = text[:start], text[start:end], text[end:]
    if words is not None:
        left, right = nearest_words(left, found, right, words)
    return left, found, right


def nearest_words(left: str, hit: str, right: str, words: int) -> tuple[str, str]:
    """Cut the context of a hit down to the words nearest to it.

    Half a word that runs into the hit (the “$” of “$20”) is kept and not counted.

    Args:
        left: The context before, with the space beside the hit.
        hit: The hit's words; "" for a hit without words.
        right: The context after.
        words: How many words to keep on either side.

    Returns:
        The context before and the context after.
    """
    left = left[_start_of_last(left, words + bool(hit and _ends_in_a_word(left))) :]
    right = right[: _end_of_first(right, words + bool(hit and _begins_in_a_word(right)))]
    return left, right


def _ends_in_a_word(text: str) -> bool:
    return bool(text) and not text[-1].isspace()


def _begins_in_a_word(text: str) -> bool:
    return bool(text) and not text[0].isspace()


def _start_of_last(text: str, words: int) -> int:
    """Return where the last so many words of a text begin."""
    if words == 0:
        return len(text)
    parts = text.rsplit(None, words)
    if len(parts) <= words:
        return 0
    start = len(parts[0])
    while text[start].isspace():
        start += 1
    return start


def _end_of_first(text: str, words: int) -> int:
    """Return where the first so many words of a text end."""
    parts = text.split(None, words)
    if len(parts) <= words:
        return len(text)
    end = len(text) - len(parts[-1])
    while end and text[end - 1].isspace():
        end -= 1
    return end


def kind_of(passage: Passage, hit: Hit) -> str:
    """Return what a hit was found in: ``turn``, a block's kind, or ``editor``.

    An editor's bracket stands inside a turn and is nobody's speech: a hit of this kind
    has no speaker, whatever its anchor.
    """
    focus = hit.focus
    if passage.turn is not None and focus.start < focus.end:
        for span in passage.blocks[focus.block].spans:
            if span.kind is SpanKind.EDITOR and span.start <= focus.start and focus.end <= span.end:
                return SpanKind.EDITOR.value
    return passage.kind
