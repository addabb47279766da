// Two kinds of buttons: one copies a sentence, one asks the program for an action by its name.
const said = document.querySelector(".said");

async function ask(button) {
  const { action, done } = button.dataset;
  button.disabled = true;
  said.textContent = "";
  try {
    const answer = await fetch(`../action/${action}`, { method: "POST", credentials: "omit" });
    if (!answer.ok) throw new Error(answer.status);
    said.textContent = (await answer.json()).said ?? done;
  } catch {
    // The program has ended; what stands here can still be read.
    said.textContent = said.dataset.ended;
  }
  button.disabled = false;
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  } catch {
    // Then the sentence is selected, for the person to copy.
    getSelection().selectAllChildren(button.parentElement.querySelector(".zh"));
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.action) void ask(button);
  if (button?.dataset.copy) void copy(button);
});
