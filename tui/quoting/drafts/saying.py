"""Words that tie a quotation to whoever said it."""

from __future__ import annotations

_VERBS = """
said says say told tells added adds stressed stresses noted notes replied replies answered
answers asked asks explained explains argued argues recalled recalls declared declares stated
states insisted insists warned warns promised promises admitted admits remarked remarks
continued continues concluded concludes observed observes emphasised emphasises emphasized
emphasizes acknowledged acknowledges claimed claims announced announces underlined underlines
reiterated reiterates confirmed confirms called calls put puts quipped responded wrote
сказал сказала заявил заявила отметил отметила подчеркнул подчеркнула добавил добавила ответил
ответила напомнил напомнила пояснил пояснила спросил спросила говорит говорил считает
"""
VERBS = "|".join(_VERBS.split())
"""Verbs of saying, as alternatives of a pattern."""

ACCORDING = r"\b(?:according to|in the words of|по словам|как сказал)\b"
"""What stands before a name in their place, as a pattern."""
