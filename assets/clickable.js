// Shows the HTML or SVG it is given (escaped on the server) and reports clicks, or Enter, on
// [data-pick] and [data-word]. An element with [data-scroll] is brought into view. One with
// [data-fits] says whether it was made for a "wide" or a "narrow" window; if the window is the
// other, that is reported as a click on "fits:…".
export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(":scope > .clickable");
  if (!root) {
    root = document.createElement("div");
    root.className = "clickable";
    parentElement.appendChild(root);
  }
  const pick = (event) => {
    const target = event.target.closest("[data-pick], [data-word]");
    if (target) setTriggerValue("pick", target.dataset.pick ?? target.dataset.word);
  };
  root.onclick = pick;
  root.onkeydown = (event) => {
    if (event.key === "Enter" && event.target.dataset.word) pick(event);
  };
  if (root.shown !== data) {
    root.innerHTML = data;
    root.shown = data;
    for (const word of root.querySelectorAll("[data-word]")) {
      word.setAttribute("tabindex", "0");
      word.setAttribute("role", "button");
    }
    const current = root.querySelector("[data-scroll]");
    if (current) current.scrollIntoView({ block: "center" });
    const made = root.querySelector("[data-fits]");
    const window_ = innerWidth > 700 ? "wide" : "narrow";
    if (made && made.dataset.fits !== window_) setTriggerValue("pick", `fits:${window_}`);
  }
}
