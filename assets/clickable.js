// Shows the HTML it is given (escaped on the server) and reports clicks on [data-pick].
export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(":scope > .clickable");
  if (!root) {
    root = document.createElement("div");
    root.className = "clickable";
    parentElement.appendChild(root);
  }
  root.onclick = (event) => {
    const target = event.target.closest("[data-pick]");
    if (target) setTriggerValue("pick", target.dataset.pick);
  };
  if (root.shown !== data) {
    root.innerHTML = data;
    root.shown = data;
    const current = root.querySelector("[data-scroll]");
    if (current) current.scrollIntoView({ block: "center" });
  }
}
