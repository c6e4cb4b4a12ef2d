"""Words that tell a speaker's label from an ordinary piece of a sentence."""

from __future__ import annotations

import re

_PARTICLE_WORDS = """
de del della der den des di da do dos du la le las los van von vom zu zur ter ten te al el bin ibn
bint ben bat abu ould y e i und and & of the for to st af av o' op mac mc d' l' ap pro tempore
"""
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Small words inside names and offices: ``von``, ``de la``, ``of the``."""
ALSO_NAMES = frozenset(("Al", "Ben", "Mac", "Van", "AL", "BEN", "MAC", "VAN"))
"""Particles that, capitalised at the end, are somebody's name: ``Ben``, ``Uncle Al``."""
_SUFFIX_WORDS = """
jr jr. sr sr. ii iii iv v q.c. qc k.c. kc m.p. mp mep mla msp td esq esq. phd ph.d. md m.d. obe
cbe mbe j. sc
"""
SUFFIXES = frozenset(_SUFFIX_WORDS.split())
"""What follows a name behind a comma and is part of it."""
_NEVER_WORDS = """
about above absent according act action adoption after again agenda agreement also although
amendment an and another any apologies appearances appendix argument arguments article as at
attendance attendees avenue background because before beginning besides both briefly but by
caption case categories chapter city clause comment comments committee company conclusion congress
contact contents copyright corporation council country county court date dates day december
department description details district docket document duration e-mail each either email end
episode event everybody example excerpt exhibit fact february fifth figure file finally first
following for format fourth friday from further hence here house how however http https hypo i if
image images important in indeed ingredients instead introduction issue it its january july keywords
language last length let link links location look march maybe media meeting members method monday
more moreover my name namely neither never next no nor not note notes november now number october of
oh okay on once one online only option or oral our page part participants parties perhaps period
petition phone photo place plan please point preamble present press problem proceedings published
purpose reason recording reference references remember report result results right role rule said
saturday say says schedule second section see september serves session seven since six so some
source sources speakers special state states statute step still street subject subpoena such
suggestion summary sunday suppose supreme take tel telephone ten tenth text thank thanks that the
their then there therefore these they third this those three thursday thus time times tip title to
today tomorrow topic topics total transcript translation tuesday two type under united unless until
update updated url version video view volume warning was we website wednesday welcome well were what
when where whereas which while who whose why with yes yesterday yet you your
default defaults deprecated output returns stability usage run todo command issuer previous received
mime-version message-id return-path delivered-to reply-to modules syntax parameters options
traceback precedence extends parameter commits required optional mnemonic
"""
NEVER_A_NAME = frozenset(_NEVER_WORDS.split())
"""Words that begin no label, though they stand before colons."""
_NEVER_LAST_WORDS = """
act acts agreement amendment appendix argument article bill chapter clause code commission committee
company conference congress constitution contract convention corporation council country court
courts department district division exhibit federation government issue law motion note number
office opinion order page paragraph part petition plan point problem provision question report
resolution result rule section standard state states statute status subsection summary system test
text times title transcript treaty union university video
"""
NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
"""Words that end no label: ``Section``, ``Act``."""
NEVER_INSIDE = frozenset(("are", "as", "been", "by", "had", "has", "have", "is", "was", "were"))
"""Words of a sentence, which capitals throughout would let pass for names."""
_MINUTED_WORDS = """
action resolution resolved proposed proposal decision summary present regrets chair chairs scribe
scribes agenda meeting topic slide
"""
MINUTED = frozenset(_MINUTED_WORDS.split())
"""What minutes made of a chat print before a colon, and nobody's name."""
FIELD_NAME = re.compile(
    r"(?:Content|MIME|X|In-Reply|List|Errors|Sec|Access|Final|Original|Diagnostic|Last|SPDX)-[A-Z]"
    r"|\w+(?-i:Error|Exception)\Z",
    re.IGNORECASE,
)
"""What a letter's or an answer's header is made of."""
