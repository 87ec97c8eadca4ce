"""Memory of the server: given back to the system when much of it has become free."""

from __future__ import annotations

import ctypes
import gc
import sys


def give_back() -> None:
    """Free what nothing holds any more, and let the system have the memory.

    Streamlit's own collection after each run is off, and glibc keeps what is freed to itself.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in musl
        if trim:
            trim(0)
