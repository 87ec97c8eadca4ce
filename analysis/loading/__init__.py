"""Loading: bytes or pasted text become a ``Speech``. The one door for every page and command.

A file's format is told by its content. Text is decoded here; documents are read in a process of
their own (``worker``), which can be stopped. What readers and cleaning take out is kept beside
the text, so that nothing vanishes unseen.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from analysis.assets import ASSETS
from analysis.errors import EmptySpeech, OneCharacter, SpeechError, TooLarge, TooLong
from analysis.loading.limits import LONG_RUN, MOST_BYTES, MOST_CHARACTERS, MOST_FILES, ONE_SHARE

if TYPE_CHECKING:
    from analysis.loading.document import Document
    from analysis.speech import Speech

__all__ = [
    "BUILT_IN",
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "MOST_FILES",
    "built_in_speech",
    "load_bytes",
    "load_text",
    "reload",
]

BUILT_IN = ASSETS / "speech.txt"
_TEXT_FORMATS = ("txt", "md")
_MEGABYTE = 1024 * 1024


def load_bytes(
    data: bytes,
    *,
    name: str = "",
    encoding: str | None = None,
    skip: AbstractSet[str] = frozenset(),
) -> Speech:
    """A speech from the bytes of a file of any format.

    Args:
        data: the file's content.
        name: the file's name; the speech is called after it, and it helps to tell the format.
        encoding: of a text file or page, one of ``analysis.loading.encodings.ENCODINGS``, where
            a person chose it; None to find it.
        skip: kinds of cleaning (``analysis.loading.cleaning.KINDS``) that are not to be done.

    Returns:
        The speech, with what was done to the original.

    Raises:
        SpeechError: one of ``analysis.errors``: too large, damaged, encrypted, of a format that is
            not opened here, a scan without text, no text at all …; ``details`` has the ``name``.
    """
    from analysis.loading.names import ending_of, plain_name, stem_of

    title = plain_name(name)
    try:
        form, document = _document(data, ending_of(title), encoding)
        return _speech(document, form, stem_of(title), skip)
    except SpeechError as error:
        if title:
            error.details.setdefault("name", title)
        raise


def load_text(text: str, *, name: str = "", skip: AbstractSet[str] = frozenset()) -> Speech:
    """A speech from text as typed or pasted; named after its title, if no name is given.

    Raises:
        EmptySpeech: there is nothing to read in it.
        TooLong: more than ``MOST_CHARACTERS`` characters.
        OneCharacter: it is one character over and over.
    """
    from analysis.loading.document import Document

    document = Document()
    document.add(text)
    return _speech(document, "paste", name, skip)


def reload(speech: Speech, *, skip: AbstractSet[str] = frozenset()) -> Speech:
    """The same speech cleaned otherwise, without its file: from what was kept of the original.

    Args:
        speech: as ``load_bytes`` or ``load_text`` gave it.
        skip: kinds of cleaning that are not to be done.
    """
    from dataclasses import replace

    from analysis.loading.document import Document

    document = Document(left_out=list(speech.left_out), headings=list(speech.styled))
    document.pieces, document.length = [speech.original], len(speech.original)
    made = _speech(document, speech.format, speech.name, skip)
    return replace(
        made,
        encoding=speech.encoding,
        encoding_sure=speech.encoding_sure,
        particulars=made.particulars.or_else(speech.particulars),
    )


def built_in_speech() -> Speech:
    """The speech that comes with the project."""
    return load_bytes(BUILT_IN.read_bytes())


def _document(data: bytes, ending: str, encoding: str | None) -> tuple[str, Document]:
    from analysis.loading.document import Document
    from analysis.loading.sniffing import format_of

    if len(data) > MOST_BYTES:
        megabytes = -(-len(data) // _MEGABYTE)
        most = MOST_BYTES // _MEGABYTE
        raise TooLarge("the file is too large", megabytes=megabytes, most=most)
    form = format_of(data, ending)
    if form in _TEXT_FORMATS:
        from analysis.loading.encodings import decode

        decoded = decode(data, encoding)
        document = Document(encoding=decoded.encoding, encoding_sure=decoded.sure)
        document.add(decoded.text)
        return form, document
    from analysis.loading.process import read_apart

    return form, read_apart(data, form, encoding)


def _speech(document: Document, form: str, name: str, skip: AbstractSet[str]) -> Speech:
    from analysis.loading.cleaning import cleaned
    from analysis.loading.headings import placed_headings
    from analysis.loading.markdown import headings_of, looks_like_markdown
    from analysis.loading.particulars import one_line, particulars_of
    from analysis.loading.reported import is_reported
    from analysis.loading.traditional import is_traditional
    from analysis.outline import outline_of
    from analysis.speech import Speech

    original = document.original
    running = len(original) - sum(out.end - out.start for out in document.left_out)
    if running > MOST_CHARACTERS:
        raise TooLong("the text is too long", characters=running, most=MOST_CHARACTERS)
    markdown = form == "md" or (form in ("txt", "paste") and looks_like_markdown(original))
    if markdown and not document.headings:
        document.headings += headings_of(original)
    text, steps = cleaned(original, document.left_out, skip=frozenset(skip), markdown=markdown)
    _check(text)
    headings = placed_headings(text, document, skip=skip, markdown=markdown)
    outline = outline_of(text, headings)
    if not name and outline.title:
        name = one_line(text[slice(*outline.title)])
    return Speech(
        name=name,
        text=text,
        outline=outline,
        format=form,
        encoding=document.encoding,
        encoding_sure=document.encoding_sure,
        cleaned=steps,
        original=original if original != text else text,
        left_out=tuple(document.left_out),
        styled=tuple(document.headings),
        particulars=particulars_of(text, outline, document),
        headings=headings,
        traditional=is_traditional(text),
        reported=is_reported(text, outline),
    )


def _check(text: str) -> None:
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        raise EmptySpeech("there is no text to read")
    if len(text) >= LONG_RUN:
        counts = Counter(text)
        del counts["\n"], counts[" "]
        character, count = counts.most_common(1)[0]
        if count > ONE_SHARE * sum(counts.values()):
            raise OneCharacter(
                "it is one character over and over", character=character, count=count
            )
