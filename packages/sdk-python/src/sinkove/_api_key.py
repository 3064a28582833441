"""The form of an API key, checked without a request (the contract, section "API key").

The rules are those of the TypeScript package ``@sinkove/api-key``, whose test vectors both pass.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import NamedTuple

_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FORM = re.compile(r"sinkove_(?:live|test)_[0-9A-Za-z]{38}")


class Diagnosis(NamedTuple):
    """Why a key is invalid."""

    reason: str
    """The same reasons as in the API's error ``INVALID_API_KEY``."""
    message: str
    """What is wrong and what to do. Contains no part of the key."""


def checksum(text: str) -> str:
    """The six characters that end a key: the CRC-32 of the characters before them, in base62."""
    rest = zlib.crc32(text.encode())
    digits = ""
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        digits = _BASE62[digit] + digits
    return digits


def environment_of(secret: str) -> str | None:
    """``live`` or ``test``; None if the form or the checksum is wrong."""
    if not _FORM.fullmatch(secret) or checksum(secret[:-6]) != secret[-6:]:
        return None
    return secret[8:12]


_COPY = "Copy it again, whole."
_WORD = "A-Za-z0-9_"  # JavaScript's \w, which is ASCII
_PLACEHOLDER = re.compile(
    rf"""\s*["'`]?(?:sinkove_(?:live|test)_)?(?:[<${{\[]|%[{_WORD}]+%|your"""
    rf"""|[{_WORD}]+\.[{_WORD}.]*env|(?:[{_WORD}-]*key|undefined|null|none|[x*.…]+)["'`]?\s*$)""",
    re.IGNORECASE,
)
_RULES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"[^{_WORD}]|.*[^{_WORD}]$", re.DOTALL),
        "malformed",
        "has a quotation mark or other sign around it. Remove it.",
    ),
    (
        re.compile(r"(?!sinkove_(?:live|test)_)"),
        "malformed",
        f"begins with neither sinkove_live_ nor sinkove_test_. {_COPY}",
    ),
    (re.compile(r"(?!.{51}\Z)"), "malformed", f"has # characters instead of 51. {_COPY}"),
    (
        re.compile(rf".*[^{_WORD}]|.*_.*_.*_"),
        "malformed",
        f"has a character other than A-Z, a-z, 0-9. {_COPY}",
    ),
    (re.compile(""), "checksum_mismatch", f"has a wrong character. {_COPY}"),
)


def diagnose(secret: str | None, environment: str | None = None) -> Diagnosis | None:
    """Says why a text cannot be an API key; None if it may be one.

    White space around the key is an error here: strip it first. ``environment`` is the only one
    whose keys are accepted; by default, both are.
    """
    text = secret or ""
    found = environment_of(text)
    if found is None:
        reason, fault = _fault(text)
        return Diagnosis(reason, f"The API key {fault.replace('#', str(_length(text)))}")
    if environment and environment != found:
        return Diagnosis(
            "wrong_environment",
            f"The API key is a {found} key. Use a {environment} key here:"
            f" it begins with sinkove_{environment}_.",
        )
    return None


def _fault(text: str) -> tuple[str, str]:
    if not text.strip().strip("\ufeff"):
        return (
            "missing",
            "is missing. Create one in Profile > API Key, then pass it, set SINKOVE_API_KEY,"
            " or send Authorization: Bearer <key>.",
        )
    if _PLACEHOLDER.match(text):
        return "placeholder", "is a placeholder or an unset variable. Use your own key."
    if any(each.isspace() or unicodedata.category(each).startswith("C") for each in text):
        return "whitespace", "has a space or an invisible character. Remove it."
    return next((reason, fault) for sign, reason, fault in _RULES if sign.match(text))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2  # as JavaScript counts


# An underscore, which may be percent-encoded once or twice.
_SEPARATOR = "(?:_|%(?:25)?5f)"
_ENVIRONMENT = f"(?:live|test){_SEPARATOR}"
# Includes all characters beyond ASCII, so that a look-alike or an invisible one does not end a key.
_INSIDE = rf"(?:[{_WORD}-]|[^\x00-~…]|%[{_WORD}][{_WORD}])"
_KEY_LIKE = re.compile(
    rf"(sinkove{_SEPARATOR}{_ENVIRONMENT}|(?:{_ENVIRONMENT}|sinkove[^…]{{0,12}}?)(?=[0-9a-z]{{20}}))"
    rf"{_INSIDE}{{1,37}}"
    rf"(?:[^{_WORD}…]{{1,9}}[0-9a-z]{{16,38}}|{_INSIDE}{{0,999}}(?:…[{_WORD}]{{0,9}})?)",
    re.IGNORECASE,
)


def redact(text: str) -> str:
    """Replaces everything that looks like an API key in a text with ``sinkove_test_…``.

    This includes keys that are truncated, damaged, in another case or percent-encoded. Redacting
    twice changes nothing, and the time is linear in the length of the text.
    """
    return _KEY_LIKE.sub(r"\1…", text)


_PREFIX = re.compile(r"sinkove_(?:live|test)_", re.IGNORECASE)
_KEY_IN_PROSE = re.compile(rf"{_PREFIX.pattern}[0-9a-z]{{16}}", re.IGNORECASE)


def begins_like_a_key(text: str) -> bool:
    """Whether a text contains the prefix of an API key, which no id or filter does."""
    return _PREFIX.search(text) is not None


def has_a_key(text: str) -> bool:
    """Whether free text contains an API key. The prefix alone is not one: a name may contain it."""
    return _KEY_IN_PROSE.search(text) is not None
