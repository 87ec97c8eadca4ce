"""A speech of a million characters and more: time, memory, and what other sessions notice.

The texts are made here: sentences of ordinary official speech, put together by chance but always
the same, under parts, points and sub-points.
"""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from browser import chromium
from playwright.sync_api import Page
from ratios import Result, median, p95
from servers import STUDY, Apps, Server

MILLION = 1_000_000
CALM = 3.0  # seconds a server gets to give memory back
SLOW = 120_000  # ms
DIALOG, GO = "[data-testid=stDialog]", ".st-key-open_go button"
REMOVE = "[class*=st-key-remove_] button"

NUMERALS = "一二三四五六七八九十"
WORDS = """
各级各部门 全市上下 党员干部 乡镇街道 有关单位 教育系统 财政部门 基层党组织 项目专班 我们
必须 务必 要切实 要坚决 要持续 要进一步 要扎实 要主动 要全力 应当
抓好 落实 推进 深化 强化 做好 完善 提升 守牢 健全 优化 巩固
乡村振兴 营商环境 安全生产责任制 民生实事的办理 河湖长制 科技创新平台 作风建设长效机制 防汛抗旱的准备 城市更新行动
确保见到实效 让群众得到实惠 推动高质量发展 一张蓝图绘到底 形成工作合力 经得起历史检验 用数据说话 早谋划早行动
提高站位 压实责任 狠抓落实 改进作风 守住底线 服务群众 加快发展 深化改革 优化环境 严明纪律
"""
WHO, HOW, DO, WHAT, WHY, HEADS = (line.split() for line in WORDS.split("\n") if line)


def large_speech(characters: int, seed: int = 1) -> str:
    """A speech of so many characters; the same for the same ``seed``."""
    pick = random.Random(seed)
    lines = ["在全市工作会议上的讲话", "2024年3月6日", "同志们：", "下面，我讲几点意见。"]
    length, part = 0, 0
    while length < characters:
        part += 1
        lines.append(f"第{_numeral(part)}部分 {pick.choice(HEADS)}")
        for chapter in range(pick.randint(4, 8)):
            lines.append(f"{NUMERALS[chapter]}、{pick.choice(HEADS)}，{pick.choice(HEADS)}")
            for point in range(pick.randint(2, 4)):
                body = "".join(_sentence(pick) for _ in range(pick.randint(5, 10)))
                lines.append(f"（{NUMERALS[point]}）{pick.choice(HEADS)}。{body}")
                length += len(lines[-1])
    return "\n".join(lines)[:characters]


def large(apps: Apps, rounds: int) -> list[Result]:
    """Opening, the other sessions meanwhile, and memory."""
    bare, tables = _in_a_fresh_process(rounds)
    results = [Result("tables of 1,000,000 characters against lcut", tables, 3, bare)]
    with _visited(apps) as (page, server):
        times = [
            _open(page, large_speech(MILLION, number), f"speech{number}")
            for number in range(rounds)
        ]
        watch = _Watch(server)
        _open(page, large_speech(MILLION, rounds), "watched")
        waits = watch.end()
    results.append(Result("… opened in the app, upload to overview", median(times), 3, bare))
    results.append(Result("another session meanwhile, p95 of its reruns", p95(waits), 1000))
    with _visited(apps) as (page, server):
        idle = server.memory()
        _open(page, large_speech(2 * MILLION), "long")
        opened = server.memory()
        page.locator(".st-key-open_speech button").click()
        page.locator(REMOVE).first.click()
        page.locator(".lead .kicker", has_text="long").wait_for(state="detached")
        sleep(CALM)
        kept = server.memory() - idle
    results.append(Result("memory of 2,000,000 characters", opened - idle, 600, unit="MB"))
    results.append(Result("… kept once it is removed", kept, 60, unit="MB"))
    return results


def _sentence(pick: random.Random) -> str:
    first = pick.choice(WHO) + pick.choice(HOW) + pick.choice(DO) + pick.choice(WHAT)
    second = "，" + pick.choice(HOW) + pick.choice(DO) + pick.choice(WHAT)
    share = f"，{pick.randint(2, 99)}个项目完成{pick.randint(10, 99)}%"
    more = second if pick.random() < 0.6 else share if pick.random() < 0.3 else ""
    return f"{first}{more}，{pick.choice(WHY)}。"


def _numeral(number: int) -> str:
    tens, units = divmod((number - 1) % 99 + 1, 10)
    head = ("" if tens == 1 else NUMERALS[tens - 1]) + "十" if tens else ""
    return head + (NUMERALS[units - 1] if units else "")


def _in_a_fresh_process(rounds: int) -> tuple[float, float]:
    command = [sys.executable, __file__, str(rounds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return median(found["lcut"]), median(found["tables"])


@contextmanager
def _visited(apps: Apps) -> Iterator[tuple[Page, Server]]:
    with apps.serve(STUDY) as server, chromium() as browser:
        page = browser.new_page(locale="zh-CN")
        page.set_default_timeout(SLOW)
        page.goto(server.url)
        page.locator(".facts button").first.wait_for()
        yield page, server


def _open(page: Page, text: str, name: str) -> float:
    """Ms from the click that opens an uploaded file until its overview is drawn."""
    page.locator(".st-key-open_speech button").click()
    file: Any = {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.locator(f"{DIALOG} input[type=file]").set_input_files(file)
    page.get_by_text(f"{name}.txt").wait_for()
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    begun = perf_counter()
    page.locator(GO).click()
    page.locator(".lead .kicker", has_text=name).wait_for()
    page.locator(".facts button").first.wait_for()
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    return (perf_counter() - begun) * 1000


class _Watch:
    """Another session of the server that moves its slider all the time."""

    def __init__(self, server: Server) -> None:
        from run import load_of

        self._load = load_of(STUDY, server)
        self._over = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._watch()))
        self._thread.start()
        while len(self._load.times) < 3:  # it is there before anything is opened
            sleep(0.1)
        self._before = len(self._load.times)

    async def _watch(self) -> None:
        import sessions

        while not self._over.is_set():
            await sessions.reruns(self._load, times=len(self._load.times) + 5)

    def end(self) -> list[float]:
        self._over.set()
        self._thread.join()
        return self._load.times[self._before :]


def _measure(rounds: int) -> dict[str, list[float]]:
    import jieba

    from analysis.findings import facts_of, leading_terms, theme_balance, thesis, top_sections
    from analysis.loading import built_in_speech, load_bytes
    from analysis.segmentation.stopwords import stop_words
    from analysis.study import study_of

    def tables(data: bytes | None) -> None:
        speech = load_bytes(data, name="speech.txt") if data else built_in_speech()
        study, stop = study_of(speech), stop_words()
        _ = study.profiles, facts_of(study), leading_terms(study, stop), thesis(study, stop)
        _ = theme_balance(study), top_sections(study), study.sentences

    tables(None)
    list(jieba.cut("河湖", HMM=False))
    times: dict[str, list[float]] = {"lcut": [], "tables": []}
    for number in range(rounds):
        text = large_speech(MILLION, number)
        for name, task in (
            ("lcut", lambda text=text: jieba.lcut(text, HMM=False)),
            ("tables", lambda text=text: tables(text.encode())),
        ):
            begun = perf_counter()
            task()
            times[name].append((perf_counter() - begun) * 1000)
    return times


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    print(json.dumps(_measure(int(sys.argv[1]) if len(sys.argv) > 1 else 3)))
