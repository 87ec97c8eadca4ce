// Puts the style sheet it is given into the page for good, behind Streamlit's own. Inside the page
// it would go with every page change, and with it the fonts: a third of the time of a change.
// With it stay the listeners that charts lack.
export default function ({ data }) {
  const id = "speech-study-style";
  let style = document.getElementById(id);
  if (!style) {
    style = document.body.appendChild(document.createElement("style"));
    style.id = id;
    document.addEventListener("click", clickRow);
    document.addEventListener("touchstart", pointAt, { capture: true, passive: true });
  }
  if (style.textContent !== data) style.textContent = data;
}

// A word beside bars is clicked like its bar; Plotly draws labels that do not answer.
function clickRow({ target }) {
  const label = target.closest?.(".ytick text");
  if (!label) return;
  const box = label.getBoundingClientRect();
  const drag = label.closest(".js-plotly-plot").querySelector(".nsewdrag");
  for (const type of ["mousemove", "mousedown", "mouseup"])
    send(drag, type, drag.getBoundingClientRect().left + 2, (box.top + box.bottom) / 2);
}

// Plotly clicks on what is pointed at, and a finger points at nothing before it taps.
function pointAt({ target, touches }) {
  const drag = target.closest?.(".nsewdrag");
  if (drag) send(drag, "mousemove", touches[0].clientX, touches[0].clientY);
}

function send(drag, type, clientX, clientY) {
  drag.dispatchEvent(new MouseEvent(type, { bubbles: true, view: window, clientX, clientY }));
}
