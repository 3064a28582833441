"""From JSON to the generated models. Nothing that a server sends makes this raise."""

from __future__ import annotations

import copy
import functools
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from ._names import attribute_name
from ._secret import Sealed
from .exceptions import ArgumentError, ConfigurationError
from .generated import models

if TYPE_CHECKING:
    from typing_extensions import Self

T = TypeVar("T")


def decode(kind: type[T], data: Any) -> T:
    """A record of a kind.

    Members that are missing are None, unknown ones are attributes too, and values are never
    checked: a server that is newer than this package breaks nothing. ``raw_of`` has all of it.
    """
    if not isinstance(data, dict):
        return data  # type: ignore[no-any-return]  # null, or a server's odd answer
    sealed = kind.sealed if issubclass(kind, SealedRecord) else None
    return _decode_sealed(kind, data, sealed) if sealed else _decode_open(kind, data)


def _decode_open(kind: type[T], data: Mapping[str, Any]) -> T:
    record = object.__new__(kind)
    kinds = _kinds(kind)  # type: ignore[arg-type]  # a class is hashable
    members: dict[str, Any] = dict.fromkeys(kinds)
    for name, value in data.items():
        attribute = attribute_name(name)
        if attribute in kinds:
            members[attribute] = _convert(kinds[attribute], value)
        elif attribute.isidentifier() and not attribute.startswith("_"):
            members.setdefault(attribute, value)
    record.__dict__.update({name: members[name] for name in members if not _is_ours(kind, name)})
    record.__dict__["_raw"] = data
    return record


def raw_of(record: object) -> Any:
    """The JSON that a record was made of, with members that this package does not know."""
    return getattr(record, "_raw", record)


def _is_ours(kind: type, name: str) -> bool:
    """Whether it is a method or a property, which no answer may replace."""
    return name not in _kinds(kind) and hasattr(kind, name)


@functools.lru_cache(maxsize=128)
def _kinds(kind: type) -> dict[str, Any]:
    generated = next(each for each in kind.__mro__ if "__dataclass_fields__" in vars(each))
    hints = typing.get_type_hints(generated, dict(vars(models)))
    return {field.name: _record_in(hints[field.name]) for field in fields(generated)}


def _record_in(hint: Any) -> Any:
    """The model within a type, as a one-item list where there is an array of it; else None."""
    if is_dataclass(hint):
        return hint
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is list:
        inner = _record_in(arguments[0])
        return [inner] if inner else None
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(filter(None, map(_record_in, arguments)), None)
    return None


def _convert(kind: Any, value: Any) -> Any:
    if isinstance(kind, list):
        return [decode(kind[0], each) for each in value] if isinstance(value, list) else value
    return decode(kind, value) if kind else value


class Bound:
    """A record with methods of its own, which it calls on the resource that it came from.

    A copy keeps the client; a pickle does not, because a client holds an API key.
    """

    _resource: Any = None
    _resource_name: ClassVar[str]
    """The resource of a client that it belongs to."""

    def attach(self, client: Any) -> Self:
        """Attaches it to a client, which its methods then use. Sends nothing.

        An object that was unpickled, or made by hand, has no client.

        Raises:
            ArgumentError: It is not a client of the same kind, blocking or awaiting.

        Example:
            >>> dataset = pickle.loads(pickled).attach(sinkove.client())
            >>> dataset.save("cardiomegaly.zip")
        """
        resource = getattr(client, self._resource_name, None)
        if not isinstance(resource, self._resource_class()):
            wanted = self._resource_class().__name__
            raise ArgumentError(
                f"{type(client).__name__} is not a client whose {self._resource_name} are"
                f" {wanted}. Pass a client of the kind that the {type(self).__name__} came from."
            )
        self._resource = resource
        return self

    def _resource_class(self) -> type:
        """The class of the resource that it belongs to."""
        raise NotImplementedError

    def _attached(self) -> Any:
        """The resource. Raises a ConfigurationError if there is none."""
        if self._resource is None:
            kind = type(self).__name__
            raise ConfigurationError(
                f"This {kind} has no client, because it was unpickled or made by hand."
                f" Attach it: {kind.removeprefix('Async').lower()}.attach(client)."
            )
        return self._resource

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_resource"}

    def __copy__(self) -> Self:
        return self._copied(dict(self.__dict__))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self._copied(copy.deepcopy(self.__getstate__(), memo))

    def _copied(self, members: dict[str, Any]) -> Self:
        new = object.__new__(type(self))
        new.__dict__.update(members)
        if self._resource is not None:
            new._resource = self._resource
        return new


@dataclass(frozen=True)
class Secret:
    """A member of a record that whoever logs the record would hand out."""

    member: str
    """Its name in JSON. The attribute is a property of the record's class."""
    shown_as: str
    """What is shown in its place."""


class SealedRecord:
    """A record with a secret."""

    sealed: ClassVar[Secret]


class IssuedApiKey(models.IssuedApiKey, SealedRecord):
    """An API key with its secret, which is shown this once."""

    sealed = Secret("secret", "API key")
    _secret: Sealed

    @property
    def secret(self) -> str:  # type: ignore[override]  # sealed: no repr, no vars() shows it
        """The whole key: store it where secrets belong."""
        return str(self._secret.open())

    def __repr__(self) -> str:
        return f"IssuedApiKey(id={self.id!r}, name={self.name!r}, secret=<API key>)"


class IssuedInvitation(models.IssuedInvitation, SealedRecord):
    """A new invitation with its token, which is shown this once."""

    sealed = Secret("token", "token")
    _token: Sealed

    @property
    def token(self) -> str:  # type: ignore[override]  # sealed: no repr, no vars() shows it
        """What the invited person accepts the invitation with."""
        return self._token.open()  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"IssuedInvitation(id={self.id!r}, email={self.email!r}, token=<token>)"


class DatasetDownload(models.DatasetDownload, SealedRecord):
    """Where to fetch a dataset's archive, with a URL that shows itself only when asked."""

    sealed = Secret("URL", "URL")
    _url: Sealed

    @property
    def url(self) -> str:  # type: ignore[override]  # sealed: no repr, no vars() shows it
        """A presigned URL. Whoever has it can fetch the archive until it expires."""
        return self._url.open()  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"DatasetDownload(url=<URL>, expires_at={self.expires_at!r}, size={self.size!r})"


def _decode_sealed(kind: type[T], data: Mapping[str, Any], secret: Secret) -> T:
    """A record whose secret is sealed, and is read by a property of its class."""
    record = _decode_open(kind, {name: data[name] for name in data if name != secret.member})
    attribute = attribute_name(secret.member)
    record.__dict__.pop(attribute, None)
    record.__dict__[f"_{attribute}"] = Sealed(data.get(secret.member), secret.shown_as)
    return record
