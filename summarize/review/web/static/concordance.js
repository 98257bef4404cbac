// Words looked up in everything that was approved before, in English or Khmer.
import { get } from "./api.js";
import { element, plural, selected, signed } from "./markup.js";

const PAUSE = 250; // milliseconds without typing until it is looked up
const dialog = document.getElementById("concordance");
const field = dialog.querySelector("input");
const told = dialog.querySelector("[role=status]");
const list = dialog.querySelector("ol");
let timer = 0;

export function lookUp(card) {
  field.value = selected(card?.text) || field.value;
  dialog.showModal();
  field.select();
  show();
}

async function show() {
  const q = field.value.trim();
  try {
    const { entries, problem } = await get("concordance", { q });
    if (q !== field.value.trim()) return; // typed on meanwhile
    told.textContent = problem || (q ? `${plural(entries.length, "approved sentence")}` : "");
    list.replaceChildren(...entries.map((entry) => item(entry, q)));
  } catch (error) {
    told.textContent = error.message;
  }
}

const item = (entry, q) =>
  element("li", {},
    element("p", { lang: "en" }, ...marked(entry.source, q)),
    element("p", { lang: "km" }, ...marked(entry.target, q)),
    element("p", { class: "note" }, signed(entry)));

// The words in the sentence, wherever they stand as they were typed.
function marked(text, q) {
  const parts = [];
  const plain = text.toLowerCase();
  const wanted = q.toLowerCase();
  let from = 0;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), element("mark", {}, text.slice(at, at + q.length)));
    from = at + q.length;
  }
  return [...parts, text.slice(from)];
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
