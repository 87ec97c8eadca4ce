"""Fresh Streamlit servers on this machine, and what they take of its memory."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
EMPTY = "empty"
TWO = "two pages"
STUDY = "study"
PATIENCE = 60  # seconds a server may take to answer


@dataclass(frozen=True)
class Apps:
    """This app and the empty ones, which are made in a folder."""

    folder: Path

    def __post_init__(self) -> None:
        """Gives the empty apps the settings of this project."""
        for app, files in {
            EMPTY: {"app.py": "empty_app.py"},
            TWO: {"app.py": "empty_page.py", "pages/two.py": "empty_page.py"},
        }.items():
            settings = self.folder / app / ".streamlit"
            settings.mkdir(parents=True)
            shutil.copy(ROOT / ".streamlit" / "config.toml", settings)
            for file, source in files.items():
                (self.folder / app / file).parent.mkdir(exist_ok=True)
                shutil.copy(Path(__file__).with_name(source), self.folder / app / file)

    def serve(self, app: str) -> Server:
        """A fresh server of an app."""
        return Server(ROOT if app == STUDY else self.folder / app)


class Server:
    """A running server; ends with its ``with`` block."""

    def __init__(self, folder: Path) -> None:
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the server)
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        options = ["--server.headless=true", "--server.address=127.0.0.1"]
        options += [f"--server.port={self.port}", "--server.fileWatcherType=none"]
        self._process = subprocess.Popen(
            [*command, *options], cwd=folder, stdout=self._log, stderr=subprocess.STDOUT
        )

    def __enter__(self) -> Self:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:
                    if answer.status == 200:
                        return self
            except (URLError, OSError):
                time.sleep(0.02)
        self.stop()
        raise RuntimeError("the server did not start:\n" + self.log())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the server."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def log(self) -> str:
        """What the server wrote."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def memory(self) -> float:
        """Resident memory of the server, in MB of 2^20 bytes (Linux; macOS and others by ``ps``)."""
        status = Path(f"/proc/{self._process.pid}/status")
        if status.exists():
            found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text())
            return int(found[1]) / 1024 if found else 0.0
        command = ["ps", "-o", "rss=", "-p", str(self._process.pid)]
        return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1024


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
