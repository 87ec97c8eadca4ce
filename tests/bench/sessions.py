"""Many sessions at once: clients that speak Streamlit's websocket protocol."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from time import perf_counter

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

THINK = 5.0  # seconds between two reruns of a session, ± half
PATIENCE = 60


@dataclass
class Load:
    """A page of a server and the slider on it that every session moves.

    Attributes:
        url: ``ws://`` address of the server.
        page: the page's name, empty for the entry page.
        slider: part of the slider's id.
        lowest, highest: values it takes.
        times: of each rerun, in ms.
    """

    url: str
    page: str
    slider: str
    lowest: int
    highest: int
    times: list[float] = field(default_factory=list)


class Session:
    """One session, as a browser tab would hold it."""

    def __init__(self, socket: websockets.ClientConnection, load: Load) -> None:
        self._socket, self._load = socket, load
        self._slider = self._fragment = ""
        self._hashes: set[str] = set()

    async def run(self, value: int | None = None) -> float:
        """Runs the page, with a value of the slider; ms until the script has finished."""
        message = BackMsg()
        rerun = message.rerun_script
        rerun.page_name = self._load.page
        rerun.context_info.locale = "zh-CN"
        rerun.context_info.timezone = "Asia/Shanghai"
        rerun.cached_message_hashes.extend(self._hashes)
        if value is not None:
            state = rerun.widget_states.widgets.add()
            state.id = self._slider
            rerun.fragment_id = self._fragment  # as a browser does, if the slider is in one
            state.double_array_value.data.append(value)
        begun = perf_counter()
        await self._socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            raw = await asyncio.wait_for(self._socket.recv(), PATIENCE)
            answer.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            self._remember(answer)
            if answer.WhichOneof("type") == "script_finished":
                return (perf_counter() - begun) * 1000

    def _remember(self, answer: ForwardMsg) -> None:
        if answer.metadata.cacheable:
            self._hashes.add(answer.hash)
        element = answer.delta.new_element
        if element.WhichOneof("type") == "slider" and self._load.slider in element.slider.id:
            self._slider, self._fragment = element.slider.id, answer.delta.fragment_id

    @property
    def ready(self) -> bool:
        """Whether the slider was seen."""
        return bool(self._slider)


async def _visit(load: Load, until: asyncio.Event, *, think: float, most: int) -> None:
    async with websockets.connect(
        load.url, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None
    ) as socket:
        session = Session(socket, load)
        await session.run()
        if not session.ready:
            raise RuntimeError(f"no slider {load.slider!r} on page {load.page!r}")
        value = load.lowest
        for _ in range(most):
            if until.is_set():
                return
            await asyncio.sleep(think * random.uniform(0.5, 1.5))
            value = value + 1 if value < load.highest else load.lowest
            load.times.append(await session.run(value))
        await until.wait()


async def crowd(load: Load, *, sessions: int, seconds: float) -> None:
    """So many sessions with time to think, for so long after the last one came."""
    until = asyncio.Event()
    tasks = []
    for _ in range(sessions):
        tasks.append(asyncio.create_task(_visit(load, until, think=THINK, most=10**6)))
        await asyncio.sleep(THINK / sessions)
    load.times.clear()
    await asyncio.sleep(seconds)
    until.set()
    await asyncio.gather(*tasks)


async def reruns(load: Load, *, times: int) -> None:
    """One session that runs again and again, without a pause."""
    until = asyncio.Event()
    task = asyncio.create_task(_visit(load, until, think=0, most=times))
    while len(load.times) < times and not task.done():
        await asyncio.sleep(0.1)
    until.set()
    await task


async def look(load: Load) -> None:
    """One session that opens the page and leaves."""
    async with websockets.connect(
        load.url, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None
    ) as socket:
        await Session(socket, load).run()
