"""The app as a person runs it: its own server process on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0  # seconds a server may take to answer on a slow machine


@contextmanager
def running_app() -> Iterator[str]:
    """A fresh server of the app; gives its address, and ends the server whatever happens.

    Raises:
        RuntimeError: it does not answer in time, or ends by itself; with what it said.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    command += ["--server.fileWatcherType", "none"]
    with tempfile.TemporaryFile("w+b") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, stdout=log, stderr=log, env=os.environ | {"PYTHONUTF8": "1"}
        )
        try:
            address = f"http://127.0.0.1:{port}"
            if not _answers(server, f"{address}/_stcore/health"):
                log.seek(0)
                said = log.read().decode("utf-8", errors="replace")
                raise RuntimeError(f"the app does not answer on port {port}:\n{said[-2000:]}")
            yield address
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(server: subprocess.Popen[bytes], url: str) -> bool:
    # Without a proxy: the address is this machine's own.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with opener.open(url, timeout=5):
                return True
        except OSError:
            time.sleep(0.1)
    return False
