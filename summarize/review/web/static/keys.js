// The keys. Single letters act only outside of texts, and can be switched off in the help.
import { lookUp } from "./concordance.js";
import { askReplacing } from "./replacing.js";

const LETTERS = "summarize-review-letters";

export function listenToKeys(page) {
  const letters = document.getElementById("letters");
  letters.checked = localStorage.getItem(LETTERS) !== "off";
  letters.addEventListener("change", () => {
    localStorage.setItem(LETTERS, letters.checked ? "on" : "off");
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const act = action(page, event, letters.checked);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

// With Ctrl they act everywhere, in texts as well.
function action(page, event, letters) {
  const card = page.current;
  if (event.ctrlKey || event.metaKey) {
    if (letter(event) === "k") return () => lookUp(card);
    if (letter(event) === "f" && event.shiftKey) return () => askReplacing(page, card);
  }
  if (event.target.matches("textarea")) return inText(page, card, event);
  if (event.target.matches("input, select") || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === "Enter") return event.target === card?.node ? () => card.text.focus() : null;
  if (!letters) return null;
  if (card && digit(event)) return () => card.choose(digit(event));
  return byLetter(page, card)[event.key];
}

// Also where the keyboard writes Khmer letters.
const letter = ({ key, code }) =>
  (/^[a-z]$/i.test(key) ? key : code.replace("Key", "")).toLowerCase();

// Also where the keyboard writes Khmer digits, or another sign together with Alt.
const digit = ({ key, code }) => (`${key} ${code}`.match(/^([1-9]) |Digit([1-9])$/) || []).slice(1).join("");

function inText(page, card, event) {
  if (event.altKey && digit(event)) return () => card.choose(digit(event));
  if (event.key === "Escape") return () => card.node.focus();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    return async () => {
      await card.change({ state: "approved" });
      if (card.state === "approved") page.next();
    };
  }
  return event.key === "Enter" ? () => {} : null; // a segment is one line
}

function byLetter(page, card) {
  const always = {
    j: () => page.step(1),
    k: () => page.step(-1),
    n: () => page.next(),
    o: () => page.order.other(),
    "/": () => document.getElementById("search").focus(),
    "?": () => document.getElementById("keys").showModal(),
  };
  if (!card) return always;
  return {
    ...always,
    a: () => card.approve(),
    w: () => card.doubt(),
    u: () => card.undo(),
    h: () => card.history(),
    e: () => card.text.focus(),
    g: () => card.add(),
    c: () => card.note(),
    m: () => card.unfold(),
  };
}
