// Counts the tasks, and looks for Chinese keywords in the page's own table. What is typed stays here
// until the person has agreed and asks for a machine translation.
const fill = (text, fields) => text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);

const tasks = [...document.querySelectorAll("[data-task]")];
const KEPT = "after";

function count() {
  const done = tasks.filter((one) => one.checked);
  const progress = document.querySelector("[data-progress]");
  progress.textContent = fill(progress.dataset.progress, { done: done.length, of: tasks.length });
  const left = [];
  for (const task of tasks) {
    const item = document.querySelector(`[data-of="${task.dataset.task}"]`);
    item.querySelector(".is-done").hidden = !task.checked;
    if (!task.checked) left.push(item.querySelector("a").textContent);
  }
  const summary = document.querySelector(".summary");
  summary.textContent = left.length ? fill(summary.dataset.left, { left: left.join("; ") }) : summary.dataset.all;
  return done.map((one) => one.dataset.task);
}

for (const task of tasks) {
  task.checked = (sessionStorage.getItem(KEPT) ?? "").split(" ").includes(task.dataset.task);
  task.addEventListener("change", () => sessionStorage.setItem(KEPT, count().join(" ")));
}
count();

const LONGEST = 4; // words of the longest entry
const MOST = 6; // entries offered beside the best one
const plain = (text) => text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

const search = document.querySelector(".search");
const input = search.querySelector("input");
const found = search.querySelector(".found");
const rest = search.querySelector(".rest");
const consent = search.querySelector(".consent");
const small = new Set(search.dataset.small.split("|"));
const words = [...search.querySelectorAll("[data-says]")].map((row) => ({
  zh: row.querySelector("b").textContent,
  meaning: row.querySelector("span").textContent,
  isGoods: row.dataset.kind === "goods",
  says: row.dataset.says.split("|").map(plain),
}));

const exact = new Map();
const loose = new Map();
for (const word of words) {
  for (const said of word.says) {
    exact.set(said, word);
    const key = bare(said);
    loose.set(key, (loose.get(key) ?? new Set()).add(word));
  }
}

/** The one entry that is meant; typed without accents, it may fit several, and then none is. */
function entry(said) {
  const fits = said === bare(said) ? loose.get(said) : undefined;
  return exact.get(said) ?? (fits?.size === 1 ? [...fits][0] : undefined);
}

/** The phrase as entries, the longest first, and the words that are in none. */
function parts(said) {
  const tokens = said.split(" ");
  const known = [];
  const left = [];
  for (let at = 0; at < tokens.length; ) {
    let length = Math.min(LONGEST, tokens.length - at);
    while (length && !entry(tokens.slice(at, at + length).join(" "))) length -= 1;
    const word = length && entry(tokens.slice(at, at + length).join(" "));
    if (word) known.push(word);
    else if (!small.has(tokens[at])) left.push(tokens[at]);
    at += length || 1;
  }
  return { known: [...new Set(known)], left };
}

function near(said, without) {
  const isBare = said === bare(said);
  const starts = (text) => ` ${text}`.includes(` ${said}`);
  const fits = words.filter((word) => word.says.some(starts));
  // Typed without accents: what fits as it stands comes first.
  const loosely = isBare ? words.filter((word) => word.says.some((text) => starts(bare(text)))) : [];
  return [...new Set([...fits, ...loosely])].filter((word) => !without.includes(word)).slice(0, MOST);
}

let number = 0;

function row({ zh, meaning, best }) {
  const made = search.querySelector("template").content.cloneNode(true).firstElementChild;
  made.querySelector(".zh").textContent = zh;
  made.querySelector(".meaning").textContent = meaning;
  made.querySelector("button").dataset.copy = zh;
  made.querySelector(".meaning").id = `found-${(number += 1)}`;
  made.querySelector("button").setAttribute("aria-describedby", `found-${number}`);
  made.classList.toggle("best", Boolean(best));
  return made;
}

function look() {
  const said = plain(input.value);
  consent.hidden = true;
  rest.textContent = "";
  found.replaceChildren();
  if (!said) return;
  const { known, left } = parts(said);
  // The details go before the goods.
  const order = [...known].sort((a, b) => a.isGoods - b.isGoods);
  if (order.length) {
    const zh = order.map((word) => word.zh).join(" ");
    found.append(row({ zh, meaning: order.map((word) => word.meaning).join(" + "), best: true }));
  }
  found.append(...near(said, order.length === 1 ? order : []).map(row));
  if (!found.childElementCount) rest.textContent = search.dataset.none;
  else if (order.length && left.length) rest.textContent = fill(search.dataset.rest, { rest: left.join(" ") });
}

let agreed = false;

async function translate() {
  const asked = input.value.trim();
  if (!asked) return;
  consent.hidden = agreed;
  if (!agreed) return;
  rest.textContent = search.dataset.asking;
  try {
    const answer = await fetch("../ask/keyword", { method: "POST", body: asked, credentials: "omit" });
    if (!answer.ok) throw new Error(answer.status);
    const { said } = await answer.json();
    if (asked !== input.value.trim()) return;
    rest.textContent = said ? "" : search.dataset.refused;
    if (said) found.prepend(row({ zh: said, meaning: `${asked} (${search.dataset.machine})` }));
  } catch {
    rest.textContent = search.dataset.ended;
  }
}

input.addEventListener("input", look);
search.querySelector(".translate").addEventListener("click", () => void translate());
search.querySelector(".agree").addEventListener("click", () => {
  agreed = true;
  void translate();
});
search.querySelector(".decline").addEventListener("click", () => {
  consent.hidden = true;
});
