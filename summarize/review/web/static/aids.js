// What helps with a sentence: names to settle, terms of the glossary, sentences approved before,
// and what the machine wrote: its draft and its other wordings.
import { button, difference, element, signed } from "./markup.js";
import { wholeWords } from "./words.js";

export function showAids(card, { names, terms, matches, draft, alternatives, problem }) {
  const aids = card.node.querySelector(".aids");
  const number = numbering();
  card.terms = [...names.map((name) => name.form), ...terms.flatMap((term) => term.targets)];
  aids.replaceChildren();
  if (problem) aids.append(element("p", { class: "note warning" }, problem));
  if (names.length) aids.append(heading("Names that nobody has settled"), ...choices(card, names, number));
  if (draft) aids.append(heading("Draft of the machine"), entry(card, draft));
  if (matches.length) aids.append(heading("Approved before"), ...matches.map((m) => match(card, m)));
  if (terms.length) aids.append(heading("Glossary"), list(card, terms, number));
  if (alternatives.length) aids.append(wordings(card, alternatives));
  aids.hidden = !aids.childElementCount;
}

let count = 0;
const heading = (text) => element("h4", {}, text);

// Numbers the buttons of a sentence through: the number is the key that presses one.
function numbering() {
  let key = 0;
  return (made) => {
    key += 1;
    if (key > 9) return;
    made.append(" ", element("kbd", {}, String(key)));
    made.dataset.key = key;
  };
}

// Each name with its Khmer spellings.
function choices(card, names, number) {
  const note = element("p", { class: "note" },
    "Accepting one puts it into your glossary, and wherever this review has the name as here.");
  const lists = names.map(({ name, form, candidates }) => {
    const told = form ? "" : " is not in the Khmer as any of these";
    const items = candidates.map((khmer) =>
      element("li", {}, choice(card, name, khmer, khmer === form, number)));
    return element("div", { class: "aid" },
      element("p", { lang: "en" }, name, told), element("ul", { class: "choices" }, ...items));
  });
  return [...lists, note];
}

function choice(card, name, khmer, stands, number) {
  const made = button("", () => card.settle(name, khmer));
  made.append(element("span", { lang: "km" }, khmer));
  if (stands) made.append(" ", element("span", { class: "note" }, "in the Khmer"));
  number(made);
  made.setAttribute("aria-label", `Accept ${khmer} for ${name}${stands ? ", as in the Khmer" : ""}`);
  return made;
}

function entry(card, khmer, ...notes) {
  return aid(card, khmer, element("p", { lang: "km" }, khmer), ...notes);
}

// Screen readers say the text with its button: there may be several.
function aid(card, khmer, text, ...notes) {
  const use = button("Use", () => card.put(khmer));
  use.setAttribute("aria-label", `Use this for ${card.name.toLowerCase()}`);
  text.id = `aid-${count++}`;
  use.setAttribute("aria-describedby", text.id);
  return element("div", { class: "aid" }, text, ...notes, use);
}

// Folded away until somebody asks for them: most sentences need none.
function wordings(card, alternatives) {
  const title = `Other wordings of the machine (${alternatives.length})`;
  return element("details", { class: "wordings" },
    element("summary", {}, title, " ", element("kbd", {}, "m")),
    ...alternatives.map((a) => wording(card, a)));
}

// What differs from the text of now is marked; what it would take away is to be seen there.
function wording(card, { target, pieces }) {
  const made = aid(card, target, difference(pieces.filter((p) => p.kind !== "removed"), "km"));
  made.classList.add("wording");
  return made;
}

function match(card, found) {
  const origin = found.own ? "this article" : signed(found);
  const note = element("p", { class: "note" }, `${Math.round(found.score * 100)}% the same; ${origin}`);
  return entry(card, found.target, difference(found.pieces, "en"), note);
}

function list(card, terms, number) {
  return element("ul", { class: "terms" }, ...terms.map((term) => item(card, term, number)));
}

function item(card, term, number) {
  const made = element("li", {}, element("span", { lang: "en" }, term.source), " ");
  if (term.kept) made.append("stays in English");
  for (const target of term.kept ? [] : term.targets) made.append(insertion(card, target, number));
  if (term.forbidden.length) made.append(" not ", element("span", { lang: "km" }, term.forbidden.join(", ")));
  const notes = [term.there ? "in the Khmer" : "", term.status === "approved" ? "" : "not yet approved"];
  const told = notes.filter(Boolean).join(", ");
  if (told) made.append(" ", element("span", { class: "note" }, told));
  return made;
}

// A term takes the place of the selected words, or goes in where the cursor is.
function insertion(card, target, number) {
  const made = button("", () => {
    const { value, selectionStart, selectionEnd } = card.text;
    const place = wholeWords(value, selectionStart, selectionEnd, card.terms);
    card.text.setRangeText(target, ...place, "end");
    card.put(card.text.value);
  });
  made.append(element("span", { lang: "km" }, target));
  number(made);
  made.setAttribute("aria-label", `Insert ${target}`);
  return made;
}
