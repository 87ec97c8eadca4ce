"""Where the project's data files are, and how the plain tables among them are read."""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"


def read_rows(path: Path) -> list[list[str]]:
    """Rows of a tab-separated table: comment lines (``#``), blank lines and the header left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return rows[1:]
