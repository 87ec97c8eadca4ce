"""Control words of Rich Text, by what they do to the text around them."""

from __future__ import annotations

# Destinations whose text is not shown, or is shown off the page's running text.
UNSEEN = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "datastore", "xe",
    "colorschememapping", "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator",
    "pgdsctbl", "filetbl", "revtbl", "fldinst", "bkmkstart", "bkmkend", "nonshppict", "tc",
    "xmlnstbl", "mmathPr", "wgrffmtfilter", "pntxta", "pntxtb", "template", "userprops", "shpinst",
}  # fmt: skip
SHOWN_ANYWAY = {"shptxt", "pntext", "listtext", "fldrslt", "shppict"}
LEFT_OUT = {
    "header": "running_lines", "headerl": "running_lines", "headerr": "running_lines",
    "headerf": "running_lines", "footer": "running_lines", "footerl": "running_lines",
    "footerr": "running_lines", "footerf": "running_lines", "footnote": "footnotes",
    "annotation": "comments",
}  # fmt: skip
LINES = {"par", "line", "sect", "page"}
BLANKS = {"tab": "\t", "cell": "\t", "emspace": "\u3000", "enspace": " "}
SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•",
}  # fmt: skip
CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 204: "cp1251"}
CODE_PAGES = {936: "gb18030", 950: "cp950", 65001: "utf-8", 54936: "gb18030"}
