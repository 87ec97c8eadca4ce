"""What loading looks for: the judgement in ``assets/loading.toml``, read once."""

from __future__ import annotations

import tomllib
from typing import Any

from analysis.assets import ASSETS

RULES: dict[str, Any] = tomllib.loads((ASSETS / "loading.toml").read_text(encoding="utf-8"))
UNREADABLE: int = RULES["hidden"]["unreadable"]  # half points
