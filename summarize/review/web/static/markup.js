// Builds elements; every text goes in as text, never as markup.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

export function button(label, action) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", action);
  return made;
}

// A difference: what went is struck out, what came is underlined.
const TAGS = { removed: "del", added: "ins", same: "span" };
export const difference = (pieces, lang) =>
  element("p", { class: "difference", lang }, ...pieces.map((p) => element(TAGS[p.kind], {}, p.text)));

// How bad a finding is must not be told by colour alone.
const severity = (f) => (f.severity === "info" ? [] : [element("strong", {}, `${f.severity}:`), " "]);
export const findings = (list) =>
  list.map((f) =>
    element("li", { class: f.severity, "data-check": f.check }, ...severity(f), f.message));

export const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const DAY_AND_TIME = { dateStyle: "medium", timeStyle: "short" };
export const signed = (change) =>
  `${change.who || "the program"}, ${new Date(change.when).toLocaleString([], DAY_AND_TIME)}`;

// What is selected: in the text that is being edited, or else on the page.
export function selected(text) {
  const { value = "", selectionStart = 0, selectionEnd = 0 } = text ?? {};
  const typed = document.activeElement === text ? value.slice(selectionStart, selectionEnd) : "";
  return (typed || getSelection().toString()).trim();
}
