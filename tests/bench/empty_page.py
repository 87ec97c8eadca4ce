"""A page of an empty app of two pages: links to both, a slider and one Plotly bar."""

from contextlib import nullcontext
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

PAGES = {"app": "app.py", "two": "pages/two.py"}
here = Path(__file__).stem
with st.sidebar:
    for name, file in PAGES.items():
        with st.container(key="menu_here") if name == here else nullcontext():
            st.page_link(file, label=name)
height = st.slider("height", 1, 100, 50, key=f"height_{here}")
figure = go.Figure(go.Bar(x=["bar"], y=[height]))
figure.update_yaxes(range=[0, 100])
st.plotly_chart(figure, key=f"bar_{here}")
