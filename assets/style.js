// Puts the style sheet it is given into the page for good, behind Streamlit's own. Inside the page
// it would go with every page change, and with it the fonts: a third of the time of a change.
export default function ({ data }) {
  const id = "speech-study-style";
  const style = document.getElementById(id) ?? document.body.appendChild(document.createElement("style"));
  style.id = id;
  if (style.textContent !== data) style.textContent = data;
}
