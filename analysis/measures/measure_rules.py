"""What the measures take for granted, from ``assets/measures.toml``."""

from __future__ import annotations

import tomllib
from typing import Any

from analysis.assets import ASSETS

MEASURES: dict[str, dict[str, Any]] = tomllib.loads(
    (ASSETS / "measures.toml").read_text(encoding="utf-8")
)
FEWEST: int = MEASURES["evidence"]["fewest"]
FEWEST_EXPECTED: float = MEASURES["evidence"]["fewest_expected"]
CRITICAL: float = MEASURES["evidence"]["critical"]
LEVEL: float = MEASURES["evidence"]["level"]
