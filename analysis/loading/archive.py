"""Zipped documents: parts taken out with a limit on size, and parsed without entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from analysis.errors import DamagedFile, EncryptedFile, TooCostly
from analysis.loading.limits import MOST_UNPACKED

_ENCRYPTED = 0x1


class Archive:
    """A zip file, read part by part.

    Raises:
        DamagedFile: it is no zip file, or a part of it is broken.
    """

    def __init__(self, data: bytes, form: str) -> None:
        self._form = form
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DamagedFile("not a whole zip file", format=form) from error
        self._names = {name.lower(): name for name in self._zip.namelist()}

    def names(self, pattern: str) -> list[str]:
        """Names of the parts that match a pattern as a whole, in a natural order."""
        found = [name for name in self._names if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: (len(name), name))

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None if there is no such part.

        Raises:
            TooCostly: it unpacks to more than ``MOST_UNPACKED``.
            EncryptedFile, DamagedFile: it cannot be unpacked.
        """
        real = self._names.get(name.lower())
        if real is None:
            return None
        info = self._zip.getinfo(real)
        if info.flag_bits & _ENCRYPTED:
            raise EncryptedFile("the archive has a password")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MOST_UNPACKED + 1)  # the size in the directory may be a lie
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise DamagedFile(f"the part {name} is broken", format=self._form) from error
        if len(data) > MOST_UNPACKED:
            raise TooCostly("the file unpacks to far more than any speech holds")
        return data

    def tree(self, name: str) -> Any:
        """The root element of an XML part, None if there is no such part.

        Raises:
            DamagedFile: it is not well-formed.
        """
        data = self.part(name)
        if data is None:
            return None
        try:
            return parsed_xml(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedFile(f"the part {name} is not XML", format=self._form) from error


def parsed_xml(data: bytes) -> Any:
    """The root of an XML document; entities, DTDs and the network stay out of it."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def local(element: Any) -> str:
    """The name of an element without its namespace; ``""`` for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """The attribute of that local name, whatever its namespace; ``""`` if there is none."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return ""


def child(element: Any, *names: str) -> Any:
    """The element down a path of local names, None if it is not there."""
    for name in names:
        element = next((item for item in element if local(item) == name), None)
        if element is None:
            return None
    return element
