"""Speech Study: a speech in, tidy tables and figures out. Nothing here knows Streamlit."""
