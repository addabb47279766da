// The page before the sign-up. A number typed here is judged here; only a choice is sent.
(() => {
  "use strict";
  const { RULES, UNFINISHED } = CompanionAgent;
  const byId = (id) => document.getElementById(id);
  const chosen = (name) => document.querySelector(`[name="${name}"]:checked`)?.value;

  // What was ticked outlives a reload and a step back, in this tab alone.
  const KEPT = "welcome";
  const kept = [...document.querySelectorAll("[data-kept]")];

  function keep() {
    const ticked = kept.filter((one) => one.checked).map((one) => one.id);
    sessionStorage.setItem(KEPT, JSON.stringify(ticked));
  }

  function restore() {
    const stored = sessionStorage.getItem(KEPT);
    const ticked = stored === null ? null : JSON.parse(stored);
    if (ticked) for (const one of kept) one.checked = ticked.includes(one.id);
  }

  // The number.
  const typed = byId("number-typed");

  function say(code) {
    const words = document.querySelector(`#number-codes [data-code="${code}"]`);
    byId("number-said").replaceChildren(...words.cloneNode(true).childNodes);
  }

  function convert(hasPaused) {
    const { code, correction } = RULES.phone({ value: typed.value, other: () => null }, { dial: "84" });
    const digits = typed.value ? correction ?? (code === "ok" ? typed.value : "") : "";
    byId("number-shown").hidden = !digits;
    byId("number-digits").textContent = digits;
    byId("number-spaced").textContent = digits.replace(/(\d{3})(?=\d)/g, "$1 ");
    // A beginning too many says nothing yet of the rest: that is still to come.
    const isBeginning = !digits && ["phone.leading_zero", "phone.country_prefix"].includes(code);
    const verdict = isBeginning ? "phone.too_short" : code;
    if (!typed.value.trim() || (!digits && UNFINISHED.has(verdict) && !hasPaused)) say("example");
    else say(digits && code !== "phone.old_number" ? "good" : verdict);
  }

  // Which account.
  function advise() {
    const [licence, invoice, bulk] = ["licence", "invoice", "bulk"].map(chosen);
    let advice = "none";
    if (licence && invoice && bulk) {
      const isLarge = invoice === "yes" || bulk === "yes";
      if (!isLarge) advice = "personal";
      else advice = licence === "yes" ? "enterprise" : "papers";
    }
    for (const one of document.querySelectorAll("[data-advice]")) one.hidden = one.dataset.advice !== advice;
    return advice;
  }

  function show() {
    const have = [...document.querySelectorAll("[data-have]")];
    const ready = byId("ready");
    ready.textContent = ready.dataset.text
      .replace("{done}", have.filter((one) => one.checked).length)
      .replace("{all}", have.length);
    for (const one of document.querySelectorAll("[data-chosen]")) one.hidden = one.dataset.chosen !== chosen("account");
    advise();
  }

  // The program.
  async function ask(name, text, button, answer) {
    button.disabled = true;
    let said = byId("begun").dataset.ended;
    try {
      const told = await fetch(`../ask/${name}`, { method: "POST", body: text, credentials: "omit" });
      if (told.ok) ({ said } = await told.json());
    } catch {
      // The program has ended; what stands here can still be read.
    }
    button.disabled = false;
    answer.textContent = said?.replaceAll("**", "") ?? "";
    return said;
  }

  async function probe({ target }) {
    byId("probed").textContent = target.dataset.busy;
    await ask("probe", "", target, byId("probed"));
  }

  async function begin({ target }) {
    const choice = { account: chosen("account"), shared: chosen("computer") === "shared", remember: byId("remember").checked };
    const refused = await ask("begin", JSON.stringify(choice), target, byId("begun"));
    if (refused !== null) return;
    byId("begun").textContent = target.dataset.opening;
    location.assign(target.dataset.address);
  }

  restore();
  show();
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-kept]")) return;
    const advice = advise();
    const isAnswer = ["licence", "invoice", "bulk"].includes(target.name);
    if (isAnswer && advice !== "none") byId(`account-${advice === "enterprise" ? advice : "personal"}`).checked = true;
    keep();
    show();
  });
  typed.addEventListener("input", ({ isComposing }) => { if (!isComposing) convert(false); });
  typed.addEventListener("compositionend", () => convert(false));
  typed.addEventListener("change", () => convert(true));
  // Nothing typed waits here for whoever comes back.
  addEventListener("pagehide", () => { typed.value = ""; convert(true); });
  byId("probe").addEventListener("click", probe);
  byId("begin").addEventListener("click", begin);
})();
