// The table and the incidents below it: which are shown, in which order, and which one is picked.
const COLUMNS = ["day", "place", "kind", "who", "killed", "wounded", "sources", "grade"];
const GRADES = ["corroborated", "contested", "single source", "weak"];
const heads = new Map(all("#list th").map((head) => [head.dataset.sort, head]));
const body = document.querySelector("#list tbody"), sorted = {by: "day", down: false};
const value = (item, by) => {
  if (by === "day") return item.order;
  const cell = item.row.cells[COLUMNS.indexOf(by)];
  if (by === "grade") return GRADES.indexOf(item.grade);
  if (cell.dataset.n !== undefined) return cell.dataset.n === "" ? null : +cell.dataset.n;
  return cell.textContent.trim().toLowerCase() || null;
};
const sort = (by, down) => {
  Object.assign(sorted, {by, down});
  const keyed = items.map((item) => [value(item, by), item]);
  // What has no value stands last either way.
  keyed.sort(([a, one], [b, other]) => (a === null) - (b === null) || (a === b ? 0 : (a < b ? -1 : 1) * (down ? -1 : 1)) || one.order - other.order);
  body.append(...keyed.map(([, item]) => item.row));
  heads.forEach((head, name) => { if (name === by) head.setAttribute("aria-sort", down ? "descending" : "ascending"); else head.removeAttribute("aria-sort"); });
  form.sort.value = by;
};
const numbers = new Set(["killed", "wounded", "sources"]);
heads.forEach((head, name) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  button.addEventListener("click", () => sort(name, sorted.by === name ? !sorted.down : numbers.has(name)));
  head.replaceChildren(button);
});
form.sort.addEventListener("change", () => sort(form.sort.value, numbers.has(form.sort.value)));
heads.get("day").setAttribute("aria-sort", "ascending");

const chip = (words, off) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip";
  button.textContent = `${words} ✕`;
  button.setAttribute("aria-label", `Take back: ${words}`);
  button.addEventListener("click", () => { off(); update(); form.words.focus(); });
  return button;
};
const clear = (...names) => () => names.forEach((name) => { form[name].value = ""; });
const chips = () => {
  const out = [], {words, kind, grade, from, to} = form;
  if (words.value.trim()) out.push(chip(`“${words.value.trim()}”`, clear("words")));
  if (kind.value) out.push(chip(kind.value, clear("kind")));
  if (grade.value) out.push(chip(grade.value, clear("grade")));
  if (from.value || to.value) out.push(chip(`${from.value || "…"} to ${to.value || "…"}`, clear("from", "to")));
  if (state.undated) out.push(chip("without a known day", () => { state.undated = false; }));
  if (state.spot) out.push(chip(document.querySelector(`a.spot[data-spot="${state.spot}"]`).textContent, () => { state.spot = ""; }));
  if (map && form.seen.checked) out.push(chip("what the map shows", () => { form.seen.checked = false; }));
  if (state.picked) {
    const link = document.createElement("a");
    link.className = "chip";
    link.href = `#${state.picked}`;
    link.textContent = `Read: ${itemOf.get(state.picked).article.querySelector("h3").textContent}`;
    out.push(link);
  }
  return out;
};
const spotLinks = all("a.spot"), undatedLinks = all("a.undated");
const current = (node, on) => {
  if (on) node.setAttribute("aria-current", "true"); else if (node.hasAttribute("aria-current")) node.removeAttribute("aria-current");
};
const viewTable = () => {
  let number = 0;
  for (const {row, article, missed, id} of items) {
    const off = missed !== 0, picked = id === state.picked;
    if (row.hidden !== off) row.hidden = article.hidden = off;
    if (row.classList.contains("sel") !== picked) {
      row.classList.toggle("sel", picked);
      article.classList.toggle("sel", picked);
      current(row, picked);
    }
    number += !off;
  }
  const held = chips();
  byId("count").textContent = held.some((one) => one.type) ? `${number} of ${items.length} shown` : `All ${items.length} shown`;
  byId("chips").replaceChildren(...held);
  form.querySelector("[type=reset]").hidden = !held.length && !state.picked;
  document.querySelector(".none").hidden = number > 0;
  spotLinks.forEach((one) => current(one, one.dataset.spot === state.spot));
  undatedLinks.forEach((one) => current(one, state.undated));
};
views.push(viewTable);

// The row is brought into sight within its own scrolling part, so that the page stays where it is.
const reveal = (row) => {
  const part = row.closest(".scroll"), head = part.querySelector("thead").offsetHeight;
  if (part.scrollHeight <= part.clientHeight) return;
  if (row.offsetTop - head < part.scrollTop || row.offsetTop + row.offsetHeight > part.scrollTop + part.clientHeight) part.scrollTop = row.offsetTop - head - part.clientHeight / 3;
};
