// Puts the style sheet into the page for good. A sheet of Streamlit's own goes with every page
// change and comes anew with the next page, and with it the fonts: a third of the time of a change.
((sheet) => {
  const id = "speech-study-style";
  const style = document.getElementById(id) ?? document.body.appendChild(document.createElement("style"));
  style.id = id;
  if (style.textContent !== sheet) style.textContent = sheet;
})($SHEET);
