"""The official client's connector, which holds the API key for :class:`OrganizationClient`."""

from . import connector
from .connector import Connector

__all__ = ["Connector", "connector"]
