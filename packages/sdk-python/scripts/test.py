"""Runs the tests, with ruff and mypy among them; the root counts from test-results."""

from __future__ import annotations

import sys

import pytest

sys.exit(pytest.main(["--junit-xml=test-results/pytest.xml", *sys.argv[1:]]))
