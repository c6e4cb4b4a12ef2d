"""Lines under pictures, told from speech by how they are worded."""

from __future__ import annotations

import re

from tui.reading.names import squeeze

_PHOTO = re.compile(r"\bPhotos?: ?[\w’' ,./-]{2,80}\.?\Z")
_OPENING = re.compile(
    r"(?:With|At(?: the| an?)?|During(?: the| an?)?|Before(?: the| an?)?|After(?: the| an?)?|"
    r"Following(?: the| an?)?|Prior to(?: the| an?)?|Participants (?:in|of)|From left|Left to right)\b"
)
_EVENT = re.compile(
    r"(?:\w+[- ]){0,4}?(?:[Mm]eeting|[Nn]ews conference|[Cc]eremony|[Ss]ession|[Ss]ummit|[Ff]orum|"
    r"[Ii]nterview|[Cc]onference|[Aa]ddress|[Ss]peech|[Rr]eception|[Tt]alks|[Cc]ongress|"
    r"[Vv]ideoconference|[Ss]tatements?|[Pp]resentation|[Oo]pening|[Ll]aunch|[Pp]arade|[Vv]isit|"
    r"[Dd]irect Line|[Pp]resenting|[Ss]igning|[Cc]oncert|[Cc]onversation|[Rr]eport|[Gg]reetings)\b"
)
_SPOKEN = re.compile(
    r"\b(?:I|I’m|I’d|we|We|you|You|our|Our|my|My|your|Your|us|me|let|Let|Mr|Mrs|Ms|thank|Thank|yes|Yes|"
    r"this|This|these|those|must|should|need|please|Please|colleagues|Colleagues|friends|Friends)\b|[?!]"
)
_LENGTH = 420


def is_caption(line: str, title: str, known: frozenset[str]) -> bool:
    """Say whether a line inside the text is a caption.

    Args:
        line: One paragraph, stripped.
        title: The page's title, which captions often repeat.
        known: Captions seen before, folded by `caption_key`.
    """
    if len(line) > _LENGTH or not line:
        return False
    key = caption_key(line)
    if not key:
        return False
    if key in known or key == caption_key(title):
        return True
    if _PHOTO.search(line):
        return True
    if _SPOKEN.search(line):
        return False
    words = line.split()
    return len(words) <= 45 and _OPENING.match(line) is not None and " that " not in line


def caption_key(line: str) -> str:
    """Return a caption as it is compared: folded, without its full stop."""
    return squeeze(line).casefold().rstrip(". ")
