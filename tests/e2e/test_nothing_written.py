"""Nothing is written to disk while speeches are opened, looked at and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from app_server import running_app
from loading.made_documents import PARAGRAPHS, docx_of, html_of, pdf_of
from playwright.sync_api import expect
from visit import SLOW

from pages.parts.frame import FILES
from pages.parts.language import strings

ZH = strings("zh")
# Runs in the server before anything else, and notes every file that is opened for writing.
WATCH = """
import os, sys
log = os.open({log!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
CHANGES = ("os.mkdir", "os.rename", "os.link", "os.symlink", "sqlite3.connect")

def watch(event, args):
    if event in CHANGES or (event == "open" and args[2] and args[2] & WRITES):
        if isinstance(args[0], (str, bytes)) and os.fsdecode(args[0]) != os.devnull:
            os.write(log, (event + " " + os.fsdecode(args[0]) + "\\n").encode())

sys.addaudithook(watch)
"""
LARGE = b"<!--" + bytes(range(32, 44)) * 150_000 + b"-->"  # an upload of 1.8 MB


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose ``written`` tells what a server writes; its home and temporary one is empty."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "start").mkdir()
    watch = WATCH.format(log=str(tmp_path / "written"))
    (tmp_path / "start" / "sitecustomize.py").write_text(watch, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "start"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "empty"))
    return tmp_path


def test_files_are_opened_in_memory(new_visit, watched: Path) -> None:
    files = {
        "text.txt": "\n".join(PARAGRAPHS).encode("gb18030"),
        "word.docx": docx_of(),
        "print.pdf": pdf_of(),
        "page.html": html_of() + LARGE,
        "broken.docx": docx_of()[:-400],
    }
    with running_app() as address:
        visit = new_visit(address)
        visit.open()
        visit.key("open_speech").get_by_role("button").click()
        dialog = visit.dialog()
        uploads = [
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
            for name, data in files.items()
        ]
        dialog.locator("input[type=file]").set_input_files(uploads)
        expect(dialog.get_by_text("broken.docx")).to_be_visible(timeout=SLOW)
        visit.idle()
        dialog.get_by_role("button", name=ZH["open.go"]).click()
        remove = dialog.get_by_role("button", name=ZH["open.remove"])
        expect(remove).to_have_count(4, timeout=SLOW)
        visit.page.keyboard.press("Escape")
        visit.studies("page")
        for page in list(FILES)[1:]:
            visit.go(page)
        visit.key("open_speech").get_by_role("button").click()
        visit.dialog().get_by_role("button", name=ZH["open.remove"]).first.click()
        visit.idle()
    written = (watched / "written").read_text(encoding="utf-8").splitlines()
    # matplotlib, which wordcloud imports, makes a folder for settings of its own; it stays empty
    assert [line for line in written if not ("mkdir" in line and ".config" in line)] == []
    assert [path for path in (watched / "empty").rglob("*") if not path.is_dir()] == []
