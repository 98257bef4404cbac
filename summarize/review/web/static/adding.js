// Adds a term or a name to the glossary, from what is selected in the English and in the Khmer.
import { post } from "./api.js";

const dialog = document.getElementById("add");
const form = dialog.querySelector("form");
const { english, khmer, kind } = form.elements;
const problem = dialog.querySelector(".error");
let card = null;

export function askEntry(asked) {
  card = asked;
  const { value, selectionStart, selectionEnd } = card.text;
  english.value = selectedIn(card.node.querySelector(".english"));
  khmer.value = value.slice(selectionStart, selectionEnd);
  problem.textContent = "";
  dialog.showModal();
  (english.value ? khmer : english).focus();
}

function selectedIn(node) {
  const selection = getSelection();
  return node.contains(selection.anchorNode) && node.contains(selection.focusNode)
    ? selection.toString().trim() : "";
}

async function add() {
  const entry = { source: english.value, khmer: khmer.value, is_name: kind.value === "name" };
  try {
    const answer = await post("add", { article: card.page.article, ...entry });
    dialog.close();
    card.page.stand(answer);
    for (const one of card.page.cards) one.aided = false; // others may have the term as well
    card.page.tell(`${entry.source} is in your glossary`);
    await card.help();
  } catch (error) {
    problem.textContent = error.message;
  }
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.value === "cancel") return;
  event.preventDefault();
  add();
});
