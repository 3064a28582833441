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
    from . import exceptions, resources, types
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
        ValidationError,
    )
    from .exceptions import (
        ConnectionError as ConnectionError,
    )
    from .exceptions import (
        TimeoutError as TimeoutError,
    )
    from .generated import models

# Where names are. They are imported when they are first used, so that `import sinkove` is quick:
# httpx alone takes longer than everything here.
_MODULES = {
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
}
_SUBMODULES = {
    "exceptions": ".exceptions",
    "models": ".generated.models",
    "resources": ".resources",
    "types": ".types",
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

# Without those that builtins have too: `import *` would hide them.
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
    "ValidationError",
    "__version__",
    "async_client",
    "client",
    "exceptions",
    "models",
    "raw_of",
    "resources",
    "types",
]


def __getattr__(name: str) -> Any:
    if name in _SUBMODULES:
        return importlib.import_module(_SUBMODULES[name], __name__)
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'sinkove' has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
