// Find and replace in the article: shown sentence by sentence, then done in those that are ticked.
import { get, post } from "./api.js";
import { difference, element, plural, selected } from "./markup.js";

const PAUSE = 250; // milliseconds without typing until it is looked for
const AGAIN = "approved: if it is ticked, it will have to be approved anew";
const dialog = document.getElementById("replacing");
const [find, put] = dialog.querySelectorAll("input");
const told = dialog.querySelector("[role=status]");
const list = dialog.querySelector("ol");
const chosen = new Map(); // by id, whether to replace there, where the person has decided it
const act = dialog.querySelector("button[type=button]");
let page = null;
let shown = null; // what was looked for last; only that is replaced
let timer = 0;

export async function askReplacing(asked, card) {
  page = asked;
  find.value = selected(card?.text) || find.value;
  chosen.clear();
  dialog.showModal();
  find.select();
  await Promise.all(page.cards.map((one) => one.save())); // what was typed is looked through as well
  await show();
}

const wanted = () => ({ article: page.article, find: find.value, put: put.value });
const isWanted = (asked) => JSON.stringify(asked) === JSON.stringify(wanted());

async function show(before = "") {
  const asked = wanted();
  try {
    const { found } = await get("replacements", asked);
    if (!isWanted(asked)) return; // typed on meanwhile
    shown = asked;
    told.textContent = before || (find.value.trim() ? `${plural(found.length, "sentence")} found` : "");
    list.replaceChildren(...found.map(item));
  } catch (error) {
    told.textContent = error.message;
  }
  count();
}

function item({ id, version, state, count: times, pieces }) {
  const { name } = page.cards.find((card) => card.id === id);
  const approved = state === "approved";
  const checked = chosen.get(id) ?? !approved;
  const box = element("input", { type: "checkbox", "data-id": id, "data-version": version, checked });
  return element("li", {},
    element("label", {}, box, ` ${name}`, times > 1 ? `, ${times} times` : "", approved ? `; ${AGAIN}` : ""),
    difference(pieces.filter((piece) => piece.kind !== "added"), "km"),
    difference(pieces.filter((piece) => piece.kind !== "removed"), "km"));
}

const boxes = () => [...list.querySelectorAll("input")];
const ticked = () => boxes().filter((box) => box.checked);

function count() {
  act.disabled = !ticked().length || !isWanted(shown);
  act.textContent = `Replace in ${plural(ticked().length, "sentence")}`;
}

async function replace() {
  const { article } = shown;
  const edits = ticked().map(({ dataset }) => ({ article, id: dataset.id, version: Number(dataset.version) }));
  const left = boxes().length - edits.length;
  act.disabled = true; // once is enough
  try {
    const answer = await post("replace", { ...shown, edits });
    for (const { dataset } of boxes()) chosen.set(dataset.id, false); // nothing is done twice unasked
    page.renamed(answer);
    page.current?.help();
    find.focus();
    await show(result(answer, left));
    page.tell(told.textContent);
  } catch (error) {
    told.textContent = error.message;
    count();
  }
}

function result({ count: done, again, conflicts }, left) {
  const parts = [`${plural(done, "sentence")} changed`, `${left} left`];
  if (again) parts.push(`${again} to be approved anew`);
  parts.push(`${conflicts} in conflict${conflicts ? ": somebody else was quicker, look again" : ""}`);
  return parts.join("; ");
}

for (const field of [find, put]) {
  field.addEventListener("input", () => {
    act.disabled = true;
    clearTimeout(timer);
    timer = setTimeout(() => show(), PAUSE);
  });
}
find.addEventListener("input", () => chosen.clear());
list.addEventListener("change", ({ target }) => {
  chosen.set(target.dataset.id, target.checked);
  count();
});
act.addEventListener("click", replace);
