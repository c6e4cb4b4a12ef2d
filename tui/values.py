"""Immutable values, made at once: frozen, slotted dataclasses that compile a single method.

A frozen dataclass writes six methods as source and compiles each: half a millisecond a class,
and there are dozens on the way to the first paint. Here only ``__init__`` is compiled, for
values are made by the hundred thousand; comparing, hashing and printing share their code. All
else, such as ``dataclasses.replace``, works as with any dataclass.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform

ValueType = TypeVar("ValueType")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[ValueType]) -> type[ValueType]:
    """Make of a class what ``@dataclass(frozen=True, slots=True)`` would.

    A field may have a default or a default factory, and no other options; there is no
    ``__post_init__``, and no class above has fields of its own.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields: Sequence[Field[Any]] = tuple(made.__dataclass_fields__.values())
    names = tuple(each.name for each in fields)
    made.__init__ = _taking(fields)
    made.__setattr__, made.__delattr__ = _refuse, _refuse
    made.__setstate__ = _take_state
    given = vars(cls)
    for method in (_equal_by(made, names), _hash_by(names), _shown_by(names)):
        if method.__name__ not in given or given[method.__name__] is None:
            setattr(made, method.__name__, method)
    return made  # type: ignore[no-any-return]


def _taking(fields: Sequence[Field[Any]]) -> Callable[..., None]:
    """Compile what takes a value for each field."""
    scope: dict[str, Any] = {"_set": object.__setattr__, "_absent": MISSING}
    parameters, body = ["self"], []
    for each in fields:
        name = given = each.name
        parameter = name
        if each.default_factory is not MISSING:
            scope[f"_make_{name}"] = each.default_factory
            parameter = f"{name}=_absent"
            given = f"_make_{name}() if {name} is _absent else {name}"
        elif each.default is not MISSING:
            scope[f"_default_{name}"] = each.default
            parameter = f"{name}=_default_{name}"
        parameters.append(parameter)
        body.append(f"_set(self, '{name}', {given})")
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(body)}", scope)
    taking: Callable[..., None] = scope["__init__"]
    return taking


def _equal_by(made: type, names: Sequence[str]) -> Callable[..., Any]:
    fields = attrgetter(*names)

    def __eq__(self: object, other: object) -> bool:
        if other.__class__ is not made:
            return NotImplemented
        return bool(fields(self) == fields(other))

    return __eq__


def _hash_by(names: Sequence[str]) -> Callable[..., Any]:
    fields = attrgetter(*names)

    def __hash__(self: object) -> int:
        return hash(fields(self))

    return __hash__


def _shown_by(names: Sequence[str]) -> Callable[..., Any]:
    @recursive_repr()
    def __repr__(self: object) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change {name} of a {self.__class__.__qualname__}")


def _take_state(self: object, state: tuple[None, dict[str, object]]) -> None:
    """Be filled as ``copy`` and ``pickle`` do it, which would assign."""
    for name, given in state[1].items():
        object.__setattr__(self, name, given)
