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
    from . import archive as archive
    from . import cache as cache
    from . import exceptions, models, resources, types, webhooks
    from . import hooks as hooks
    from . import pagination as pagination
    from ._async_client import AsyncClient, AsyncSinkove, async_client
    from ._client import Client, Sinkove, client
    from .archive import Archive, Sample
    from .archive import open as open
    from .datasets.async_dataset import AsyncDataset
    from .datasets.dataset import Dataset
    from .downloads import DownloadedFile, DownloadProgress
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
        FieldError,
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
    from .exceptions import ConnectionError as ConnectionError
    from .exceptions import TimeoutError as TimeoutError
    from .hooks import ErrorInfo, RequestInfo, ResponseInfo, RetryInfo
    from .organizations.organization import Organization
    from .pagination import AsyncList, List, Page
    from .rate_limit import RateLimit
    from .records import IssuedApiKey, IssuedInvitation, IssuedWebhookEndpoint, raw_of
    from .responses import Response
    from .runtime import Runtime

# The module of each name. Names are imported on first use, so that `import sinkove` is fast:
# importing httpx alone takes longer than importing everything here.
_MODULES = {
    "_async_client": ("AsyncClient", "AsyncSinkove", "async_client"),
    "_client": ("Client", "Sinkove", "client"),
    "archive": ("Archive", "Sample", "open"),
    "datasets.async_dataset": ("AsyncDataset",),
    "datasets.dataset": ("Dataset",),
    "downloads": ("DownloadProgress", "DownloadedFile"),
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
        "FieldError",
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
    "hooks": ("ErrorInfo", "RequestInfo", "ResponseInfo", "RetryInfo"),
    "organizations.organization": ("Organization",),
    "pagination": ("AsyncList", "List", "Page"),
    "rate_limit": ("RateLimit",),
    "records": ("IssuedApiKey", "IssuedInvitation", "IssuedWebhookEndpoint", "raw_of"),
    "responses": ("Response",),
    "runtime": ("Runtime",),
}
_SUBMODULES = (
    "archive",
    "cache",
    "exceptions",
    "hooks",
    "models",
    "pagination",
    "resources",
    "types",
    "webhooks",
)
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

# Excludes the names that builtins also have: `import *` would hide the builtins.
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
    "FieldError",
    "GoneError",
    "InsufficientCreditsError",
    "IssuedApiKey",
    "IssuedInvitation",
    "IssuedWebhookEndpoint",
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
    "webhooks",
]


if not TYPE_CHECKING:  # otherwise, type checkers would accept any name

    def __getattr__(name: str) -> Any:
        if name in _SUBMODULES:
            return importlib.import_module(f".{name}", __name__)
        module = _MODULE_OF.get(name)
        if module is None:
            raise AttributeError(f"module 'sinkove' has no attribute {name!r}")
        value = getattr(importlib.import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return [*{*__all__, *_MODULE_OF, *_SUBMODULES}]
