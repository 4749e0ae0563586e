// How a person moves between the views: the form, what is pointed at, what is picked, the address, and the way back.
form.addEventListener("input", (event) => { if (event.target !== form.sort) { if (["from", "to"].includes(event.target.name)) state.undated = false; update(); } });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => { event.preventDefault(); reset(); });
document.querySelector("[data-reset]").addEventListener("click", reset);
if (map) form.seen.addEventListener("input", update);
all("a.spot").forEach((one) => one.addEventListener("click", (event) => { event.preventDefault(); toggleSpot(one.dataset.spot); }));
all("a.undated").forEach((one) => one.addEventListener("click", (event) => {
  event.preventDefault();
  form.from.value = form.to.value = "";
  state.undated = !state.undated;
  update();
}));

// What is pointed at in one view shows in the others.
const point = (test, on) => {
  const pointed = items.filter(test), at_ = new Set(pointed.map((item) => item.spot));
  pointed.forEach(({row}) => row.classList.toggle("on", on));
  marks.forEach(({node, spot}) => { if (at_.has(spot)) node.classList.toggle("on", on); });
  bars.forEach(({node, members}) => { if (pointed.length < 50 && pointed.some((item) => members.has(item))) node.classList.toggle("point", on); });
};
const pointer = (node, test) => {
  for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) node.addEventListener(name, () => point(test, on));
};
items.forEach((item) => pointer(item.row, (other) => other === item));
marks.forEach(({node, spot}) => pointer(node, (item) => item.spot === spot));

body.addEventListener("click", (event) => {
  const row = event.target.closest("tr");
  if (event.target.closest("a") || String(getSelection())) return;
  pick(state.picked === row.dataset.id ? "" : row.dataset.id);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.picked && !event.defaultPrevented) pick("");
});

// An incident that the address names opens, whatever the filters say; the way back leads to what was shown before.
const arrive = (event) => {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name.startsWith("show:")) restore(name.slice(5));
  else if (history.state) restore(history.state.held);
  const named = name && !name.startsWith("show:") ? byId(name) : null;
  // An incident that was named otherwise in an earlier record still answers to that name.
  const wanted = (named && named.closest("article")) || named, item = wanted ? itemOf.get(wanted.id) : null;
  if (item) state.picked = item.id;
  judge();
  views.forEach((draw) => draw());
  if (!wanted) { if (event) state.picked = ""; views.forEach((draw) => draw()); return; }
  for (let outer = wanted.parentElement; outer; outer = outer.parentElement) if (outer.tagName === "DETAILS") outer.open = true;
  if (item) {
    wanted.hidden = false;
    wanted.querySelector("details").open = true;
    reveal(item.row);
    // After the browser has gone to the incident itself, which takes the focus away.
    setTimeout(() => wanted.querySelector("summary").focus({preventScroll: true}));
  }
  wanted.scrollIntoView({block: "start", behavior: "instant"});
};
all("a.back").forEach((one) => one.addEventListener("click", () => setTimeout(() => {
  const item = itemOf.get(state.picked);
  if (item && !item.row.hidden) item.row.querySelector("a").focus({preventScroll: true});
})));
const unfolded = [];
window.addEventListener("beforeprint", () => all("article:not([hidden]) details:not([open])").forEach((one) => { one.open = true; unfolded.push(one); }));
window.addEventListener("afterprint", () => unfolded.splice(0).forEach((one) => { one.open = false; }));
window.addEventListener("popstate", arrive);
restore("");
arrive(null);
if (map) drawMap();
