"""How a cell is drawn, and the shortest way from one way of drawing to the next.

SGR: ECMA-48 §8.3.117, with xterm's 256 and direct colours. Links: OSC 8.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from tui.safe import visible

# Underline, reverse, strike, double underline, frame, circle, overline: what a blank shows.
_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "51", "52", "53"})

_OFF = {
    **dict.fromkeys(("1", "2"), "22"),
    "3": "23",
    **dict.fromkeys(("4", "21"), "24"),
    **dict.fromkeys(("5", "6"), "25"),
    "7": "27",
    "8": "28",
    "9": "29",
    **dict.fromkeys(("51", "52"), "54"),
    "53": "55",
}

_INTRODUCES_COLOUR = {"38": "foreground", "48": "background"}


class Pen:
    """A way of drawing. Made by ``Pens``, one object for each, compared by identity.

    Attributes:
        attributes: SGR parameters of weight, slant, underline and so on.
        foreground: SGR parameters of the colour of the character; "" for the default.
        background: Likewise of its ground.
        link: The body of OSC 8, ``id=…;address``; "" where there is none.
        shows_on_blanks: Whether a space drawn so looks other than erased.
    """

    __slots__ = ("attributes", "background", "foreground", "link", "shows_on_blanks")

    def __init__(
        self,
        attributes: frozenset[str] = frozenset(),
        foreground: str = "",
        background: str = "",
        link: str = "",
    ) -> None:
        """Take what it draws with, and work out once what is asked for every cell."""
        self.attributes = attributes
        self.foreground = foreground
        self.background = background
        self.link = link
        self.shows_on_blanks = bool(link or attributes & _SEEN_ON_BLANKS)


PLAIN = Pen()
"""What the terminal draws with after SGR 0."""


class Pens:
    """The pens of one colour system, found by Rich style.

    Args:
        colour_system: What colours are reduced to.
    """

    # Styles carry meta data (offsets, actions), so one pen answers for many; the tables
    # are emptied rather than grow without end. A pen made twice only costs bytes.
    _MOST = 8192

    def __init__(self, colour_system: ColorSystem) -> None:
        """Begin without pens: they are made as styles come."""
        self.colour_system = colour_system
        self._by_style: dict[Style, Pen] = {}
        self._by_sequence: dict[tuple[str, str], Pen] = {}
        self._blanks: dict[Pen, Pen] = {}
        self._by_value: dict[tuple[frozenset[str], str, str, str], Pen] = {}

    def of(self, style: Style | None) -> Pen:
        """Return the pen for a style."""
        if style is None:
            return PLAIN
        pen = self._by_style.get(style)
        if pen is None:
            if len(self._by_style) >= self._MOST:
                self._forget()
            pen = self._by_style[style] = self._from(style)
        return pen

    def blank(self, pen: Pen) -> Pen:
        """Return the pen for a space that is to look as if drawn with this one."""
        if pen.shows_on_blanks:
            return pen
        blank = self._blanks.get(pen)
        if blank is None:
            blank = self._blanks[pen] = self.drawing(frozenset(), "", pen.background, "")
        return blank

    def _forget(self) -> None:
        for table in (self._by_style, self._by_sequence, self._by_value, self._blanks):
            table.clear()

    def _from(self, style: Style) -> Pen:
        sequence = Strip.render_ansi(style, self.colour_system)
        link = f"id={style.link_id};{style.link}" if style.link else ""
        pen = self._by_sequence.get((sequence, link))
        if pen is None:
            pen = self._by_sequence[sequence, link] = self._read(sequence, link)
        return pen

    def _read(self, sequence: str, link: str) -> Pen:
        attributes: set[str] = set()
        colours = {"foreground": "", "background": ""}
        parameters = iter(sequence.split(";"))
        for parameter in parameters:
            if ground := _INTRODUCES_COLOUR.get(parameter):
                kind = next(parameters)
                count = 3 if kind == "2" else 1
                values = [next(parameters) for _ in range(count)]
                colours[ground] = ";".join((parameter, kind, *values))
            elif parameter in ("39", "49", "", "0"):
                continue  # the default, which "" stands for
            elif len(parameter) > 1 and parameter[:-1] in ("3", "9"):
                colours["foreground"] = parameter
            elif len(parameter) > 1 and parameter[:-1] in ("4", "10"):
                colours["background"] = parameter
            else:
                attributes.add(parameter)
        if visible(link) != link:
            link = ""  # an address with control characters would be more than a link
        foreground, background = colours["foreground"], colours["background"]
        return self.drawing(frozenset(attributes), foreground, background, link)

    def drawing(self, attributes: frozenset[str], fore: str, back: str, link: str) -> Pen:
        """Return the pen with these properties; see ``Pen`` for what they are."""
        if not (attributes or fore or back or link):
            return PLAIN
        key = (attributes, fore, back, link)
        pen = self._by_value.get(key)
        if pen is None:
            pen = self._by_value[key] = Pen(attributes, fore, back, link)
        return pen


def alike(held: Pen, blank: Pen | None) -> bool:
    """Whether a space of one pen looks like a space of the other."""
    if held is blank or blank is None:
        return held is blank
    return held.background == blank.background and not (
        held.shows_on_blanks or blank.shows_on_blanks
    )


@lru_cache(maxsize=4096)
def change(held: Pen, wanted: Pen) -> str:
    """Return the shortest sequence after which the terminal draws with another pen."""
    if held is wanted:
        return ""
    link = "" if held.link == wanted.link else f"\x1b]8;{wanted.link or ';'}\x1b\\"
    return link + _sgr(held, wanted)


def _sgr(held: Pen, wanted: Pen) -> str:
    anew = [*sorted(wanted.attributes), wanted.foreground, wanted.background]
    whole = ";".join(["", *filter(None, anew)])  # an empty parameter is 0: everything off
    offs = {_OFF.get(attribute, "0") for attribute in held.attributes - wanted.attributes}
    if "0" in offs:
        return f"\x1b[{whole}m"
    # 22 ends bold and dim alike, 24 both underlines: what should stay is set again.
    again = {attribute for attribute in wanted.attributes if _OFF.get(attribute) in offs}
    steps = sorted(offs) + sorted((wanted.attributes - held.attributes) | again)
    if held.foreground != wanted.foreground:
        steps.append(wanted.foreground or "39")
    if held.background != wanted.background:
        steps.append(wanted.background or "49")
    if not steps:
        return ""
    return f"\x1b[{min(whole, ';'.join(steps), key=len)}m"
