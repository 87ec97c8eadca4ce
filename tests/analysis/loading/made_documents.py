"""Documents of every format, made here: small, and with what real ones have in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

# Its .doc files are documents of this module that LibreOffice saved as Word 97–2003.
FOLDER = Path(__file__).parent
SPEECH = """在全县水利工作会议上的讲话
（2024年3月5日）
王小明
同志们：
今天我们开会，专门说一说河道治理的事。下面我讲三点意见。
一、摸清底数，把账算明白
河道有多长、堤坝有多少、哪一段年年出险，都要一笔一笔记下来，记在本子上，也记在心上。
（一）逐河登记
一条河一本账，一段堤一个人，谁管的谁签字。
（二）逐户走访
沿河住着的老乡最清楚水往哪里走，要到他们家里坐一坐、问一问。
二、压实责任，把事办到位
县里抓总，乡镇抓段，村里抓点，层层有人管，件件有着落。
三、守住底线，把钱花干净
治河的钱是大家的钱，一分一厘都要公开，让群众来看、来评、来监督。
同志们，河治好了，人心就顺了。谢谢大家！
"""
PARAGRAPHS = SPEECH.strip().split("\n")

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NUMBERING = f"""<w:numbering {_W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
_STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="a"/></w:style>
</w:styles>"""


def paragraph(text: str, *, style: str = "", level: int | None = None, number: int = 1) -> str:
    """A paragraph of WordprocessingML, in a style or a list; ``text`` may hold markup of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if level is not None
        else ""
    )
    run = text if text.startswith("<w:") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{run}</w:p>"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document with this body; ``parts`` adds or replaces parts by name."""
    contents = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": _NUMBERING,
        "word/styles.xml": _STYLES,
    }
    return zipped(
        contents | {name: part.replace("W_NS", _W) for name, part in (parts or {}).items()}
    )


def docx_of(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """The speech as a Word document whose numbers Word draws itself."""
    body = ""
    for text in paragraphs:
        if text[1:2] == "、":
            body += paragraph(text[2:], style="1")
        elif text[:1] == "（" and text[2:3] == "）":
            body += paragraph(text[3:], style="2", level=1)
        else:
            body += paragraph(text)
    return docx(body)


def odt_of(paragraphs: Sequence[str] = PARAGRAPHS, *, extra: str = "", manifest: str = "") -> bytes:
    """The speech as an OpenDocument text with numbered lists."""
    body, going = "", ""
    for text in paragraphs:
        depth = 0 if text[1:2] == "、" else 1 if text[:1] == "（" and text[2:3] == "）" else None
        if depth is None:
            body += f"<text:p>{text}</text:p>"
            continue
        inner = f'<text:h text:outline-level="{depth + 1}">{text[2 + depth :]}</text:h>'
        for _ in range(depth):
            inner = f"<text:list><text:list-item>{inner}</text:list-item></text:list>"
        body += (
            f'<text:list text:style-name="L" {going}><text:list-item>{inner}</text:list-item>'
            "</text:list>"
        )
        going = 'text:continue-numbering="true"'
    content = f"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一" style:num-prefix="（" style:num-suffix="）"/>
</text:list-style></office:automatic-styles>
<office:body><office:text>{body}{extra}</office:text></office:body></office:document-content>"""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


Placed = tuple[float, float, float, str]  # x and y from the bottom left, size, text


def pdf(pages: Sequence[Sequence[Placed]], *, trailer: bytes = b"", title: str = "") -> bytes:
    """A PDF of lines of text, in a Chinese font without a table of its characters."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for lines in pages:
        content = b"".join(
            b"BT /F1 %g Tf %g %g Td <%s> Tj ET\n"
            % (size, x, y, text.encode("utf-16-be").hex().encode())
            for x, y, size, text in lines
        )
        objects.append(b"<</Length %d>>stream\n%sendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 %d 0 R>>>>>>" % (len(objects), 3 + 2 * len(pages))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    font = len(objects) + 1
    objects += [
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-H"
        b"/DescendantFonts[%d 0 R]>>" % (font + 1),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/FontDescriptor %d 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>" % (font + 2),
        (
            b"<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -200 1000 900]"
            b"/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>"
        ),
        b"<</Title<%s>>>" % (b"\xfe\xff" + title.encode("utf-16-be")).hex().encode(),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info %d 0 R%s>>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(objects), trailer, len(out))
    )


def pdf_of(
    paragraphs: Sequence[str] = PARAGRAPHS, *, width: int = 20, lines_a_page: int = 12
) -> bytes:
    """The speech as printed: wrapped, set in, with a running header and page numbers."""
    lines: list[tuple[float, str]] = []
    for text in paragraphs:
        indent = 2 if text not in (paragraphs[0], "同志们：") else 0
        first, rest = text[: width - indent], text[width - indent :]
        lines.append((72 + 16 * indent, first))
        lines += [(72, rest[n : n + width]) for n in range(0, len(rest), width)]
    pages = []
    for number, start in enumerate(range(0, len(lines), lines_a_page), start=1):
        page: list[Placed] = [(72, 800, 10, "水利工作会议材料")]
        page += [
            (x, 740 - 28 * row, 16, text)
            for row, (x, text) in enumerate(lines[start : start + lines_a_page])
        ]
        pages.append([*page, (280, 40, 10, f"— {number} —")])
    return pdf(pages)


def rtf_of(paragraphs: Sequence[str] = PARAGRAPHS, *, code_page: bool = True) -> bytes:
    """The speech as Rich Text, in GBK bytes as WPS writes it or in Unicode as Word does."""
    body = ""
    for text in paragraphs:
        label = ""
        if text[1:2] == "、":
            label, text = f"{{\\listtext\\pard {_rtf(text[:2], code_page)}\\tab}}", text[2:]
        body += f"\\pard {label}{_rtf(text, code_page)}\\par\n"
    return (
        "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\n"
        f"{{\\header\\pard {_rtf('水利工作会议材料', code_page)}\\par}}\\f0 {body}}}"
    ).encode("ascii")


def _rtf(text: str, code_page: bool) -> str:
    if code_page:
        return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))
    return "".join(f"\\u{ord(c) - 0x10000 if ord(c) > 0x7FFF else ord(c)}?" for c in text)


def html_of(paragraphs: Sequence[str] = PARAGRAPHS, *, encoding: str = "utf-8") -> bytes:
    """The speech as a page of a government site, with all that stands around it there."""
    title, *rest = paragraphs
    text = "".join(f"<p style='text-indent:2em'>&emsp;&emsp;{line}</p>" for line in rest)
    links = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(8))
    return f"""<!DOCTYPE html><html><head><meta charset="{encoding}">
<title>{title}_某县人民政府网站</title><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2024-03-06 09:30"><style>p{{margin:0}}</style>
<script>document.write("脚本里的字，不是讲话。")</script></head><body>
<div class="top"><ul>{links}</ul><div>当前位置：<a href="/">首页</a> &gt; <a>领导讲话</a></div></div>
<div class="main"><h1>{title}</h1>
<div class="info">发布时间：2024-03-06 来源：县水利局 字体：[大 中 小] <a>打印本页</a></div>
<div class="share"><a>微信</a> <a>微博</a></div>
<div id="zoom"><div>{text}</div></div>
<div class="tool"><a>【打印】</a><a>【关闭】</a></div>
<div>上一篇：<a href="/a">关于做好春耕备耕工作的通知</a></div></div>
<div class="foot"><p>版权所有：某县人民政府办公室，未经许可不得转载。</p><p>某ICP备00000000号</p></div>
</body></html>""".encode(encoding, "xmlcharrefreplace")


def mhtml_of(page: bytes) -> bytes:
    """A page saved as one file."""
    return (
        b"From: <Saved by Browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + page
        + b"\r\n--b--\r\n"
    )


# One small document of every format, by the ending of its name.
EVERY_FORMAT: dict[str, bytes] = {
    "txt": SPEECH.encode("gb18030"),
    "md": ("# " + SPEECH).encode(),
    "docx": docx_of(),
    "doc": FOLDER.joinpath("speech.doc").read_bytes(),
    "odt": odt_of(),
    "pdf": pdf_of(),
    "rtf": rtf_of(),
    "html": html_of(),
    "mhtml": mhtml_of(html_of()),
}
