"""As in the official client."""

from __future__ import annotations

from .._client import Sinkove


class Connector(Sinkove):
    """A client by the name that the official client has for it: ``Connector(api_key=None)``."""
