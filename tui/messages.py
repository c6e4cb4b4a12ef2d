"""Messages that carry values, declared as dataclasses are and made without compiling.

A dataclass writes its methods as source and compiles them: a third of a millisecond for each
message, and there are dozens on the way to the first paint. Messages are neither compared nor
printed, so one way of filling them does for all.
"""

from __future__ import annotations

from inspect import get_annotations
from typing import TypeVar, dataclass_transform

from textual.message import Message

MessageType = TypeVar("MessageType", bound=Message)


@dataclass_transform(eq_default=False)
def message(cls: type[MessageType]) -> type[MessageType]:
    """Let a message take a value for each of its annotations, as ``@dataclass`` would.

    A value given in the class is the default.
    """
    names = tuple(get_annotations(cls))

    def fill(self: MessageType, *values: object, **named: object) -> None:
        given = dict(zip(names, values, strict=False), **named)
        if len(values) > len(names) or any(
            name not in given and not hasattr(cls, name) for name in names
        ):
            raise TypeError(f"{cls.__qualname__} takes {', '.join(names)}")
        self.__dict__.update(given)
        Message.__init__(self)

    cls.__init__ = fill  # type: ignore[assignment,method-assign]
    return cls
