// Runs in each page before its own scripts: when was it drawn, and when did it last change?
(() => {
  if (window.top !== window) return;
  const probe = (window.probe = { began: 0, sent: null, changed: 0, busy: 0, drawnAt: null });
  // Streamlit's own signs of work, and what stands inside a canvas for screen readers alone.
  const IGNORED =
    "[data-testid=stHeader],[data-testid=stStatusWidget],[data-testid=stToolbar],canvas";

  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  // Each chart shows at least one bar with an area.
  const painted = (chart) => [...chart.querySelectorAll(".bars .point path")].some(visible);

  probe.idle = () =>
    document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
  // `wanted`: number of charts, and selectors of what else must show.
  probe.drawn = ({ charts, shown }) =>
    probe.idle() &&
    [...document.querySelectorAll("[data-testid=stPlotlyChart]")].filter(painted).length >=
      charts &&
    shown.every((selector) => [...document.querySelectorAll(selector)].some(visible));

  // The clock starts with the person's own event, not with the driver's way to it.
  probe.begin = (wanted) => {
    Object.assign(probe, { wanted, began: null, sent: null, changed: 0, busy: 0, drawnAt: null });
  };
  const start = (event) => {
    probe.began ??= event.timeStamp;
  };
  for (const kind of ["keydown", "click"]) addEventListener(kind, start, true);

  // The time of the last change, once nothing has changed for `quiet` ms; else null.
  probe.settled = (quiet) => {
    if (probe.drawnAt === null || probe.began === null || probe.changed < probe.began) return null;
    const last = Math.max(probe.changed, probe.busy, probe.drawnAt);
    return performance.now() - last > quiet ? last : null;
  };

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    probe.sent ??= performance.now();
    return send.call(this, data);
  };
  const watch = () => {
    new MutationObserver((records) => {
      const seen = records.some(({ target, attributeName }) => {
        const element = target.nodeType === 1 ? target : target.parentElement;
        return !attributeName?.startsWith("data-test-") && !element?.closest(IGNORED);
      });
      if (seen) probe.changed = performance.now();
    }).observe(document, {
      subtree: true, childList: true, characterData: true, attributes: true,
    });
  };
  watch();
  const tick = () => {
    if (probe.wanted) {
      const now = performance.now();
      if (!probe.idle()) probe.busy = now;
      if (!probe.drawn(probe.wanted)) probe.drawnAt = null;
      else probe.drawnAt ??= now;
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})();
