"""The language by example, for help screens and pages."""

from __future__ import annotations

GUIDE: tuple[tuple[str, str], ...] = (
    ("union", "a word that begins so"),
    ('"customs union"', "these words in a row; punctuation does not matter"),
    ('"customs uni*"', "the same, the last word only begun"),
    ('"customs * union"', "any one word between"),
    ('"trade billion"~5', "both within five words, in any order"),
    ("~integrate", "any form of the word, English or Russian"),
    ("integraton~1", "one letter may differ"),
    (r"/\$\d+ billion/", "a regular expression; here capitals and accents matter"),
    ("trade -union", "without the second"),
    ("trade | union", "one or the other; ( ) group"),
    ("by:nazarbayev", "said by somebody of that name; by:naz* begins so"),
    ('as:"prime minister"', "said in that office, as of that day"),
    ("with:putin", "meetings at which somebody is present"),
    ("mentions:shuvalov", "named by another speaker, or in titles and narrative"),
    ("at:sochi", "meetings at a place"),
    ("title:informal", "words of a meeting's title"),
    ('topic:"foreign policy"', "meetings on a topic"),
    ("country:kazakhstan", "meetings that concern a country"),
    ("date:2012..2013-06", "days; also 2012, may 2012, 29 may 2013, ..2015, 2017.."),
    ("is:question", "also is:partial, is:revised, is:noted, is:speech, is:narrative"),
    ("in:2013-05-29/astana", "one meeting, by the beginning of its id"),
    ("saved:name", "what a saved search asks"),
    ("trade union same:paragraph", "where words meet: same:turn, same:paragraph, same:meeting"),
    ("by:putin trade >> by:nazarbayev", "the right side answers the left in the next turn"),
    ("by:nazarbayev <<3 by:putin", "the left side answers one of the three turns before"),
    ("by:putin >> by:nazarbayev >> by:putin", "a chain: each turn answers the one before it"),
    ("union (by:putin >> by:nazarbayev)", "in brackets: the left turn of such a pair; also -( )"),
)
"""Examples that together show the whole language, each with what it finds."""
