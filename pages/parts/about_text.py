"""About the text: what was done to it on the way in, and what can be set right by hand."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.errors import SpeechError
from analysis.loading.encodings import ENCODINGS
from analysis.speech import CleaningStep, Particulars, Speech
from pages.parts.clickable import escape
from pages.parts.language import Translate
from pages.parts.shelf import Shelved, open_key, read_again, shelf

SHOWN = 20_000  # characters of the original and of the cleaned text that stand side by side


def about_dialog(t: Translate) -> None:
    """A dialog with the source, the cleaning report, the particulars and the original."""

    @st.dialog(t("about.heading"), width="large")
    def dialog() -> None:
        key = open_key()
        shelved = shelf()[key]
        _source(t, shelved.speech)
        report, particulars, original = st.tabs(
            [t("about.report"), t("about.particulars"), t("about.original")]
        )
        with report:
            _report(t, key, shelved)
        with particulars:
            _particulars(t, key, shelved)
        with original:
            _side_by_side(t, shelved.speech)

    dialog()


def _source(t: Translate, speech: Speech) -> None:
    facts = [
        t("about.format", format=speech.format if speech.format != "paste" else t("about.pasted"))
    ]
    if speech.encoding:
        key = "about.encoding" if speech.encoding_sure else "about.encoding_unsure"
        facts.append(t(key, encoding=speech.encoding))
    facts += [t("about.traditional")] if speech.traditional else []
    facts += [t("about.reported")] if speech.reported else []
    st.html("".join(f'<p class="finding">{escape(fact)}</p>' for fact in facts))


def _report(t: Translate, key: str, shelved: Shelved) -> None:
    """A line a kind of cleaning with its count and examples; a tick switches it on and off."""
    done = {step.kind: step for step in shelved.speech.cleaned}
    kinds = [*done, *sorted(shelved.skip - done.keys())]
    with st.form("cleaning", border=False):
        encoding = shelved.encoding
        if shelved.data:
            choices = ["", *ENCODINGS]
            encoding = st.selectbox(
                t("about.choose_encoding"), choices, index=choices.index(encoding),
                format_func=lambda name: name or t("about.found_encoding"),
            )  # fmt: skip
        if not kinds:
            st.html(f'<p class="count">{escape(t("about.clean"))}</p>')
        wanted = {kind: _step(t, kind, done.get(kind)) for kind in kinds}
        if not st.form_submit_button(t("about.apply")):
            return
    skip = frozenset(kind for kind, on in wanted.items() if not on)
    try:
        with st.spinner(t("frame.reading")):
            read_again(key, encoding=encoding, skip=skip)
    except SpeechError as error:
        st.html(f'<p class="failure" role="alert">{escape(t(error.code, **error.details))}</p>')
    else:
        st.rerun()


def _step(t: Translate, kind: str, step: CleaningStep | None) -> bool:
    label = t(f"cleaning.{kind}")
    on = st.checkbox(t("about.step", kind=label, n=step.count) if step else label, value=bool(step))
    if step and step.examples:
        examples = "".join(f"<code>{escape(_visible(example))}</code>" for example in step.examples)
        st.html(f'<p class="examples">{escape(t("about.examples"))}{examples}</p>')
    return on


def _visible(example: str) -> str:
    """An example in which blanks and line breaks can be seen."""
    shown = example.replace("\n", "↵").replace("\u3000", "□").replace(" ", "␣")
    return shown if len(shown) <= 60 else shown[:60] + "…"


def _particulars(t: Translate, key: str, shelved: Shelved) -> None:
    speech = shelved.speech
    found = speech.particulars
    with st.form("particulars", border=False):
        values = {
            name: st.text_input(t(f"about.{name}"), getattr(found, name), max_chars=200).strip()
            for name in ("title", "date", "speaker", "occasion")
        }
        if st.form_submit_button(t("about.keep")):
            name = values["title"] if values["title"] != found.title else speech.name
            changed = replace(speech, particulars=Particulars(**values), name=name or speech.name)
            shelf()[key] = replace(shelved, speech=changed)
            st.rerun()


def _side_by_side(t: Translate, speech: Speech) -> None:
    left, right = st.columns(2)
    for column, name, text in ((left, "before", speech.original), (right, "after", speech.text)):
        shown = escape(text[:SHOWN]) + ("…" if len(text) > SHOWN else "")
        title = escape(t(f"about.{name}", n=len(text)))
        column.html(f'<p class="label">{title}</p><pre class="plain" tabindex="0">{shown}</pre>')
