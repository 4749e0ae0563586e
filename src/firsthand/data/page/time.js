// The timeline: bars count what the other filters leave; dragging over them, or arrows with Shift, sets the days.
const bars = time ? all(".bar", time).map((node) => ({
  node, from: node.dataset.from, to: node.dataset.to, sure: node.querySelector(".sure"), maybe: node.querySelector(".maybe"), text: node.querySelector("text"),
  members: new Set(items.filter((item) => within(item, node.dataset.from, node.dataset.to))),
})) : [];
const most = time ? +time.dataset.most : 1, floor = time ? +time.dataset.floor : 0, tall = time ? +time.dataset.tall : 0;
const span = {start: -1, end: -1};  // bars from where to where a drag or the Shift key has come
const setDays = (from, to) => { form.from.value = from; form.to.value = to; state.undated = false; update(); };
const choose = (start, end) => {
  const [a, b] = start <= end ? [start, end] : [end, start], from = bars[a].from, to = bars[b].to;
  if (form.from.value === from && form.to.value === to) setDays("", ""); else setDays(from, to);
};
const height = (number) => (number ? Math.max(4, tall * number / most) : 0);
const rise = (rect, bottom, tall_) => { if (rect) { rect.setAttribute("y", floor - bottom - tall_); rect.setAttribute("height", tall_); } };
const brush = (a, b) => {
  const node = byId("brush");
  node.setAttribute("x", `${100 * a / bars.length}%`);
  node.setAttribute("width", a < 0 ? "0" : `${100 * (b - a + 1) / bars.length}%`);
};
const viewTime = () => {
  const from = form.from.value, to = form.to.value, picked = itemOf.get(state.picked);
  let first = -1, last = -1;
  bars.forEach((bar, k) => {
    let sure = 0, maybe = 0;
    for (const item of bar.members) if (!(item.missed & ~DAYS)) { if (item.first >= bar.from && item.last <= bar.to) sure += 1; else maybe += 1; }
    rise(bar.sure, 0, height(sure));
    rise(bar.maybe, height(sure), height(sure + maybe) - height(sure));
    if (bar.text) bar.text.textContent = sure + maybe || "";
    const on = Boolean(from || to) && !state.undated && (!to || bar.from <= to) && (!from || bar.to >= from);
    if (on) { first = first < 0 ? k : first; last = k; }
    bar.node.classList.toggle("on", on);
    bar.node.setAttribute("aria-pressed", String(on));
    bar.node.classList.toggle("sel", Boolean(picked && dated(picked) && bar.members.has(picked)));
  });
  brush(first, last);
};
const barKey = (event, k) => {
  const step = {ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length}[event.key];
  if (event.key === "Enter" || event.key === " ") choose(k, k);
  else if (event.key === "Escape") setDays("", "");
  else if (step) {
    let next = Math.max(0, Math.min(bars.length - 1, k + step));
    // Without Shift the way leads over bars that have something in them; with it, over days.
    while (!event.shiftKey && bars[next].node.classList.contains("blank") && bars[next + Math.sign(step)]) next += Math.sign(step);
    bars.forEach((bar, n) => bar.node.setAttribute("tabindex", n === next ? "0" : "-1"));
    bars[next].node.focus();
    if (event.shiftKey) {
      if (span.start < 0) span.start = k;
      setDays(bars[Math.min(span.start, next)].from, bars[Math.max(span.start, next)].to);
    }
  } else return;
  if (!event.shiftKey) span.start = -1;
  event.preventDefault();
};
if (time) {
  const over = (event) => {
    const box = time.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor((event.clientX - box.left) / box.width * bars.length)));
  };
  let dragged = -1;
  bars.forEach((bar, k) => {
    bar.node.setAttribute("role", "button");
    bar.node.setAttribute("tabindex", k ? "-1" : "0");
    bar.node.addEventListener("keydown", (event) => barKey(event, k));
  });
  time.addEventListener("click", (event) => event.preventDefault());
  time.addEventListener("dragstart", (event) => event.preventDefault());
  time.addEventListener("pointerdown", (event) => { if (event.button === 0) { dragged = span.end = over(event); } });
  window.addEventListener("pointermove", (event) => {
    if (dragged < 0) return;
    span.end = over(event);
    brush(Math.min(dragged, span.end), Math.max(dragged, span.end));
  });
  window.addEventListener("pointercancel", () => { dragged = -1; viewTime(); });
  window.addEventListener("pointerup", () => { if (dragged >= 0) { choose(dragged, span.end); dragged = -1; } });
  views.push(viewTime);
}
