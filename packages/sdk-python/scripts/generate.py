"""Writes everything under src/sinkove/generated."""

from __future__ import annotations

import generate_async
import generate_models

for each in (generate_models, generate_async):
    each.TARGET.write_text(each.render(), "utf-8")
