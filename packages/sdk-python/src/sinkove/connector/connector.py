"""The official client's ``sinkove.connector.connector``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._client import Sinkove
from .._operation import Operation
from .._urls import fill_path


class Connector(Sinkove):
    """A client under the official client's name for it: ``Connector(api_key=None)``."""

    def make_request(
        self,
        endpoint: str,
        method: str = "GET",
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Any:
        """Sends a request to a path such as ``/v1/organizations``. Returns the JSON."""
        segments = endpoint.strip("/").split("/")
        if segments[0] == "v1":  # base_url ends with it
            segments = segments[1:]
        path = "".join(fill_path("/{segment}", {"segment": each}) for each in segments)
        operation = Operation(method, path, query=params or {}, body=data or None)
        answer, _ = self._session.run(self._session.core.call(operation, {}))
        return answer


__all__ = ["Connector"]
