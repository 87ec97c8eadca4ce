"""What a reader gives: the text of a document, with what is not of its running text marked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from analysis.speech import LeftOut


@dataclass(slots=True)
class Document:
    """The text of a document in reading order, nothing taken out.

    Attributes:
        original: all of it; ``left_out`` marks what the speech does without.
        headings: ``(start, end, level)`` in ``original`` of lines styled as headings.
        title, date, speaker: from the file's properties, ``""`` where they do not say.
        encoding, encoding_sure: of a page that is itself encoded text.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    headings: list[tuple[int, int, int]] = field(default_factory=list)
    title: str = ""
    date: str = ""
    speaker: str = ""
    encoding: str = ""
    encoding_sure: bool = True

    def add(self, text: str, kind: str = "") -> None:
        """Add text at the end; ``kind`` names the cleaning step that leaves it out."""
        if not text:
            return
        start, self.length = self.length, self.length + len(text)
        self.pieces.append(text)
        if not kind:
            return
        last = self.left_out[-1] if self.left_out else None
        if last and last.kind == kind and last.end == start and not self.pieces[-2].endswith("\n"):
            self.left_out[-1] = LeftOut(last.start, self.length, kind)
        else:
            self.left_out.append(LeftOut(start, self.length, kind))

    def add_line(self, text: str, kind: str = "") -> None:
        """Add a line of its own."""
        self.add(text + "\n", kind)

    def end_row(self) -> None:
        """End a row of a table: no cell follows the last one, and a line does not end twice."""
        last = self.pieces[-1] if self.pieces else "\n"
        if last == "\t":
            self.pieces[-1] = "\n"
        elif not last.endswith("\n"):
            self.add("\n")

    @property
    def original(self) -> str:
        """The whole text."""
        return "".join(self.pieces)

    def as_record(self) -> dict[str, Any]:
        """Plain data for the way out of the reading process."""
        return {
            "original": self.original,
            "left_out": [(out.start, out.end, out.kind) for out in self.left_out],
            "headings": self.headings,
            "title": self.title,
            "date": self.date,
            "speaker": self.speaker,
            "encoding": self.encoding,
            "encoding_sure": self.encoding_sure,
        }

    @classmethod
    def of_record(cls, record: dict[str, Any]) -> Document:
        """The document that ``as_record`` was made of."""
        document = cls(
            title=record["title"],
            date=record["date"],
            speaker=record["speaker"],
            encoding=record["encoding"],
            encoding_sure=record["encoding_sure"],
            left_out=[LeftOut(*out) for out in record["left_out"]],
            headings=[(start, end, level) for start, end, level in record["headings"]],
        )
        document.pieces, document.length = [record["original"]], len(record["original"])
        return document
