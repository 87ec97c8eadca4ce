"""The baseline: an empty Streamlit app with a slider and one Plotly bar."""

import plotly.graph_objects as go
import streamlit as st

height = st.slider("height", 1, 100, 50, key="height")
figure = go.Figure(go.Bar(x=["bar"], y=[height]))
figure.update_yaxes(range=[0, 100])
st.plotly_chart(figure, key="bar")
