// Shows the HTML or SVG it is given (escaped on the server) and reports clicks on [data-pick] and
// [data-word]. An element with [data-scroll] is brought into view.
export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(":scope > .clickable");
  if (!root) {
    root = document.createElement("div");
    root.className = "clickable";
    parentElement.appendChild(root);
  }
  root.onclick = (event) => {
    const target = event.target.closest("[data-pick], [data-word]");
    if (target) setTriggerValue("pick", target.dataset.pick ?? target.dataset.word);
  };
  if (root.shown !== data) {
    root.innerHTML = data;
    root.shown = data;
    const current = root.querySelector("[data-scroll]");
    if (current) current.scrollIntoView({ block: "center" });
  }
}
