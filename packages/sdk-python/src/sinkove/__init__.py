"""The Sinkove API in Python: synthetic medical imaging datasets, for research.

Example:
    >>> import sinkove as sk
    >>> client = sk.client()  # SINKOVE_API_KEY
    >>> config = {"model": "chest-xray-v2", "prompts": ["pneumonia"], "size": 20}
    >>> dataset = client.create_dataset(config)
    >>> dataset.wait()
    >>> dataset.save("pneumonia.zip")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from ._async_client import AsyncClient, AsyncSinkove, async_client
    from ._async_objects import AsyncDataset, AsyncList
    from ._client import Client, Sinkove, client
    from ._download import DownloadProgress
    from ._files import DownloadedFile
    from ._flow import Response
    from ._lists import Page
    from ._objects import Dataset, List, Organization
    from ._observe import ErrorInfo, RequestInfo, ResponseInfo, RetryInfo
    from ._rate_limit import RateLimit
    from ._records import IssuedApiKey, IssuedInvitation, raw_of
    from ._runtime import Runtime
    from .archive import Archive, Sample
    from .archive import open as open
    from .exceptions import (
        APIError,
        ApiKeyError,
        ArchiveError,
        ArgumentError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        ConnectionError,
        DatasetError,
        DownloadError,
        GoneError,
        InsufficientCreditsError,
        MissingDependencyError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        ResponseError,
        ServerError,
        SinkoveError,
        TimeoutError,
        ValidationError,
    )
    from .generated import models

# Where names are. They are imported when they are first used, so that `import sinkove` is quick:
# httpx alone takes longer than everything here.
_HOMES = {
    "_async_client": ("AsyncClient", "AsyncSinkove", "async_client"),
    "_async_objects": ("AsyncDataset", "AsyncList"),
    "_client": ("Client", "Sinkove", "client"),
    "_download": ("DownloadProgress",),
    "_files": ("DownloadedFile",),
    "_flow": ("Response",),
    "_lists": ("Page",),
    "_objects": ("Dataset", "List", "Organization"),
    "_observe": ("ErrorInfo", "RequestInfo", "ResponseInfo", "RetryInfo"),
    "_rate_limit": ("RateLimit",),
    "_records": ("IssuedApiKey", "IssuedInvitation", "raw_of"),
    "_runtime": ("Runtime",),
    "archive": ("Archive", "Sample", "open"),
    "exceptions": (
        "APIError",
        "ApiKeyError",
        "ArchiveError",
        "ArgumentError",
        "AuthenticationError",
        "BadRequestError",
        "ConfigurationError",
        "ConflictError",
        "ConnectionError",
        "DatasetError",
        "DownloadError",
        "GoneError",
        "InsufficientCreditsError",
        "MissingDependencyError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "ResponseError",
        "ServerError",
        "SinkoveError",
        "TimeoutError",
        "ValidationError",
    ),
    "generated": ("models",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "APIError",
    "ApiKeyError",
    "Archive",
    "ArchiveError",
    "ArgumentError",
    "AsyncClient",
    "AsyncDataset",
    "AsyncList",
    "AsyncSinkove",
    "AuthenticationError",
    "BadRequestError",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "ConnectionError",
    "Dataset",
    "DatasetError",
    "DownloadError",
    "DownloadProgress",
    "DownloadedFile",
    "ErrorInfo",
    "GoneError",
    "InsufficientCreditsError",
    "IssuedApiKey",
    "IssuedInvitation",
    "List",
    "MissingDependencyError",
    "NotFoundError",
    "Organization",
    "Page",
    "PermissionDeniedError",
    "RateLimit",
    "RateLimitError",
    "RequestInfo",
    "Response",
    "ResponseError",
    "ResponseInfo",
    "RetryInfo",
    "Runtime",
    "Sample",
    "ServerError",
    "Sinkove",
    "SinkoveError",
    "TimeoutError",
    "ValidationError",
    "__version__",
    "async_client",
    "client",
    "models",
    "raw_of",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'sinkove' has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
