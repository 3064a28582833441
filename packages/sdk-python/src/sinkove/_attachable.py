"""Records with methods that call the API."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, ClassVar

from .exceptions import ArgumentError, ConfigurationError

if TYPE_CHECKING:
    from typing_extensions import Self


class Attachable:
    """A record with methods, which call the resource that the record came from.

    A copy keeps the client; a pickle does not, because a client holds an API key.
    """

    _resource: Any = None
    _resource_name: ClassVar[str]
    """The name of this record's resource in a client."""

    def attach(self, client: Any) -> Self:
        """Attaches the record to a client, which its methods then use. Sends nothing.

        A record that was unpickled or created by hand has no client.

        Raises:
            ArgumentError: The client is not of the same kind, blocking or asynchronous.

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
        self._attach_to(resource)
        return self

    def _attach_to(self, resource: object) -> None:
        self._resource = resource

    def _resource_class(self) -> type:
        """The class of this record's resource."""
        raise NotImplementedError

    def _attached(self) -> Any:
        """The resource. Raises a ConfigurationError if the record has none."""
        if self._resource is None:
            kind = type(self).__name__
            raise ConfigurationError(
                f"This {kind} has no client, because it was unpickled or created by hand."
                f" Attach it: {kind.removeprefix('Async').lower()}.attach(client)."
            )
        return self._resource

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_resource"}

    def __copy__(self) -> Self:
        return self._copied(dict(vars(self)))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self._copied(copy.deepcopy(self.__getstate__(), memo))

    def _copied(self, members: dict[str, Any]) -> Self:
        new = type(self).__new__(type(self))
        vars(new).update(members)
        if self._resource is not None:
            vars(new)["_resource"] = self._resource
        return new
