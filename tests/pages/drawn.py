"""What a page shows, as plain strings: texts, labels, names for those who cannot see it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]

# Fields of Streamlit's messages that no person reads.
_UNSEEN = {
    "id", "formId", "type", "url", "page", "pageScriptHash", "queryString", "deferredFileId",
    "shortcut", "format", "icon", "spec", "config", "json", "body", "arrowData", "columns",
    "componentName", "jsContent", "cssContent", "htmlContent", "elementId", "widgetId", "default",
    "acceptedFileTypes", "activeScriptHash", "mimeType", "editingMode", "sortOrder", "selectionMode",
}  # fmt: skip
_SPOKEN = {"title", "aria-label", "alt", "placeholder"}


class _Texts(HTMLParser):
    """Texts and spoken attributes of HTML; style sheets left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self._silent = tag == "style"
        self.texts += [value for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.texts.append(data.strip())


def html_texts(markup: str) -> list[str]:
    """All texts of a piece of HTML, one an element's run of text."""
    return _parsed(markup).texts


def markup(app: AppTest) -> list[str]:
    """All HTML that the page drew itself, style sheets left out."""
    pieces = [element.proto.body for element in app.get("html")]
    pieces += [
        json.loads(element.proto.json)
        for element in app.get("bidi_component")
        if element.proto.component_name != "style"
    ]
    return [piece for piece in pieces if not piece.startswith("<style>")]


def tags(app: AppTest) -> list[str]:
    """The names of all elements in the page's own HTML."""
    return [tag for piece in markup(app) for tag in _parsed(piece).tags]


def attributes(app: AppTest) -> set[str]:
    """The names of all attributes in the page's own HTML."""
    return {name for piece in markup(app) for name in _parsed(piece).attributes}


def texts(app: AppTest) -> list[str]:
    """Everything that a person can read or hear on the page, the title of a dialog included."""
    found: list[str] = []
    for block in app._tree.children.values():
        found += _of(block)
    return found


def _parsed(markup: str) -> _Texts:
    parser = _Texts()
    parser.feed(markup)
    parser.close()
    return parser


def _of(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if proto is not None and hasattr(proto, "ListFields"):
        yield from _strings(MessageToDict(proto))
        match node.type:
            case "html":
                yield from html_texts(proto.body)
            case "bidi_component" if proto.component_name != "style":
                yield from html_texts(json.loads(proto.json))
            case "plotly_chart":
                yield from _figure(json.loads(proto.spec))
            case "arrow_data_frame" | "dataframe":
                yield from _table(json.loads(proto.columns), node.value)
    for child in getattr(node, "children", {}).values():
        yield from _of(child)


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list):
        for item in tree:
            yield from _strings(item)
    elif isinstance(tree, dict):
        for name, item in tree.items():
            if name not in _UNSEEN and not (isinstance(item, str) and item.isupper()):
                yield from _strings(item)


def _figure(spec: dict[str, Any]) -> Iterator[str]:
    layout = spec["layout"]
    pieces = [axis.get("ticktext", []) for name, axis in layout.items() if "axis" in name]
    pieces += [trace.get(part, []) for trace in spec["data"] for part in ("text", "hovertext")]
    for piece in pieces:
        for text in [piece] if isinstance(piece, str) else piece:
            yield from html_texts(str(text).replace("<br>", ""))


def _table(columns: dict[str, Any], table: Any) -> Iterator[str]:
    for column in columns.values():
        yield from (column[part] for part in ("label", "help") if column.get(part))
    for name in table.select_dtypes(["object", "string"]):
        yield from map(str, table[name])
