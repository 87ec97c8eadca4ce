"""The structure strip: every top-level section at its true length, in its theme's colour."""

from __future__ import annotations

from collections.abc import Callable

from analysis.findings import section_theme, top_sections
from analysis.study import kept
from pages.parts.clickable import clickable, escape
from pages.parts.frame import View
from pages.parts.labels import breakable, short_label, theme_name

NARROW = 0.085  # a smaller share takes smaller type …
SLIVER = 0.035  # … and a still smaller one none, where sections stand side by side


def strip(
    view: View, *, key: str, on_pick: Callable[[str], None], current: int | None = None
) -> None:
    """Draw the strip.

    Args:
        view: the page's view.
        key: name of this place on the page.
        on_pick: called with the row number of the section that was clicked.
        current: the section to stand out; the strip is thin then, and without words.
    """
    clickable(_markup(view, current), key=key, on_pick=on_pick)


@kept
def _markup(view: View, current: int | None) -> str:
    pieces: list[str] = []
    for _, row in top_sections(view.study).iterrows():
        section, share = int(row["section"]), float(row["share"])
        theme = section_theme(view.study, section)
        label = short_label(view, row)
        percent = f"{share:.0%}"
        hover = view.t("strip.hover", label=label, share=percent, theme=theme_name(view, theme))
        inner = "" if current is not None else _inner(label, percent)
        here = ' aria-current="true"' if section == current else ""
        pieces.append(
            f'<button class="t-{escape(theme or "none")}{_size(share)}"'
            f' style="flex:{max(share, 0.012):.4f} 1 0" data-pick="{section}"{here}'
            f' title="{escape(hover)}" aria-label="{escape(hover)}">{inner}</button>'
        )
    thin = " thin" if current is not None else ""
    name = escape(view.t("strip.name"))
    return f'<nav class="strip{thin}" aria-label="{name}">{"".join(pieces)}</nav>'


def _size(share: float) -> str:
    return " sliver" if share < SLIVER else " narrow" if share < NARROW else ""


def _inner(label: str, percent: str) -> str:
    return f"<b>{breakable(label)}</b><span>{percent}</span>"
