"""Runs the tests, including ruff, mypy and pyright; writes the results to test-results."""

from __future__ import annotations

import sys

import pytest

sys.exit(pytest.main(["--junit-xml=test-results/pytest.xml", *sys.argv[1:]]))
