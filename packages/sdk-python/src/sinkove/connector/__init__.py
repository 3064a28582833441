"""As in the official client: what holds the API key for :class:`OrganizationClient`."""

from . import connector
from .connector import Connector

__all__ = ["Connector", "connector"]
