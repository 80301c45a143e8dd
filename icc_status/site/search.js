// Narrows the lists to what is typed. Without this script the page lists everything.
const form = document.getElementById("search");
const find = document.getElementById("find");
const told = document.getElementById("told");
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const items = [...document.querySelectorAll("[data-find]")].map((line) => ({
  line,
  names: line.dataset.find.split("|").map(folded),
  group: folded(line.dataset.group ?? ""),
}));
const matches = (typed) => items.filter(({ names, group }) =>
  [...names, group].some((name) => ` ${name}`.includes(` ${typed}`)));

function narrow() {
  const typed = folded(find.value);
  const shown = new Set(matches(typed));
  for (const item of items) item.line.hidden = !shown.has(item);
  for (const part of document.querySelectorAll("main > section")) {
    part.hidden = !part.querySelector("[data-find]:not([hidden])");
  }
  told.textContent = typed ? `${shown.size || "No"} ${shown.size === 1 ? "line matches" : "lines match"}` : "";
}

// Enter goes to the one state with this name, or to the only line left; it never chooses.
function go(event) {
  event.preventDefault();
  const typed = folded(find.value);
  const named = items.filter(({ names }) => names.includes(typed));
  const [one, ...more] = named.length ? named : matches(typed);
  if (!typed || !one || more.length) return;
  const target = one.line.querySelector("a") ?? one.line;
  if (target.href) { location.href = target.href; return; }
  target.tabIndex = -1;
  target.focus();
}

form.hidden = false;
find.addEventListener("input", narrow);
form.addEventListener("submit", go);
narrow();
