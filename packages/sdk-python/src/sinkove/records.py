"""Records with secrets, which they show only on request."""

from __future__ import annotations

from typing import Any

from ._record import Record, SecretField
from .generated import models


def raw_of(record: object) -> Any:
    """The JSON of a record, including members that this package does not know."""
    return getattr(record, "_json", record)


class SecretRecord(Record):
    """A record with a secret."""

    def _present(self) -> dict[str, Any]:
        present = super()._present()
        if self._secret_field:
            name = self._secret_field.name
            present[name] = vars(self).get(f"_{name}")
        return present

    def _reveal(self, name: str) -> str:
        secret = vars(self).get(f"_{name}")
        if secret is None:
            raise self._missing(name)
        value: str = secret.reveal()
        return value


class IssuedApiKey(models.IssuedApiKey, SecretRecord):
    """An API key with its secret, which the API returns only once."""

    _secret_field = SecretField("secret", "API key")

    @property
    def secret(self) -> str:  # type: ignore[override]  # hidden from repr and vars()
        """The complete key: store it in a secret store."""
        return self._reveal("secret")


class IssuedInvitation(models.IssuedInvitation, SecretRecord):
    """A new invitation with its token, which the API returns only once."""

    _secret_field = SecretField("token", "token")

    @property
    def token(self) -> str:  # type: ignore[override]  # hidden from repr and vars()
        """The token that the invited person needs to accept the invitation."""
        return self._reveal("token")


class IssuedWebhookEndpoint(models.IssuedWebhookEndpoint, SecretRecord):
    """A webhook endpoint with a new secret, which is shown this once."""

    _secret_field = SecretField("secret", "webhook secret")

    @property
    def secret(self) -> str:  # type: ignore[override]  # no repr, no vars() shows it
        """What deliveries are signed with: store it where secrets belong."""
        return self._reveal("secret")


class DatasetDownload(models.DatasetDownload, SecretRecord):
    """A download URL for a dataset's archive, hidden from output."""

    _secret_field = SecretField("url", "URL")

    @property
    def url(self) -> str:  # type: ignore[override]  # hidden from repr and vars()
        """A presigned URL. Whoever has it can fetch the archive until it expires."""
        return self._reveal("url")


__all__ = ["DatasetDownload", "IssuedApiKey", "IssuedInvitation", "IssuedWebhookEndpoint", "raw_of"]
