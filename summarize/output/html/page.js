"use strict";
// Lights what belongs together: a sentence, all it was made from, and all that was made from it.
// The page says it without this script too, in links.
(() => {
  const sentences = [...document.querySelectorAll(".s")];
  const made = new Map(sentences.map((s) => [s, []]));
  const from = new Map(sentences.map((s) => [s, []]));
  const status = document.getElementById("status");
  const wide = matchMedia("(min-width: 60rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  for (const sentence of sentences) {
    for (const id of (sentence.dataset.from || "").split(" ")) {
      const origin = document.getElementById(id);
      if (!made.has(origin)) continue;
      from.get(sentence).push(origin);
      made.get(origin).push(sentence);
    }
  }

  const reached = (start, edges) => {
    const found = new Set(edges.get(start));
    for (const next of found) for (const other of edges.get(next)) found.add(other);
    return found;
  };
  const isArticle = (sentence) => sentence.closest(".text") !== null;

  const clear = () => {
    for (const sentence of sentences) {
      sentence.classList.remove("lit");
      if (sentence.hasAttribute("role")) sentence.setAttribute("aria-pressed", "false");
    }
    status.textContent = "";
  };

  const light = (chosen) => {
    clear();
    const others = [...reached(chosen, from), ...reached(chosen, made)];
    for (const sentence of [chosen, ...others]) sentence.classList.add("lit");
    chosen.setAttribute("aria-pressed", "true");
    status.textContent = "Belongs to " + others.map((s) => s.dataset.name).join(", ");
    const partner = others.find((s) => isArticle(s) !== isArticle(chosen));
    partner?.scrollIntoView({
      block: wide.matches ? "nearest" : "center",
      behavior: still.matches ? "auto" : "smooth",
    });
  };

  const toggle = (sentence) => {
    if (sentence.getAttribute("aria-pressed") === "true") clear();
    else light(sentence);
  };

  for (const sentence of sentences) {
    if (!from.get(sentence).length && !made.get(sentence).length) continue;
    sentence.tabIndex = 0;
    sentence.setAttribute("role", "button");
    sentence.setAttribute("aria-pressed", "false");
    sentence.addEventListener("click", () => {
      if (getSelection().isCollapsed) toggle(sentence); // else somebody is copying
    });
    sentence.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle(sentence);
    });
  }
  document.getElementById("hint").hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
})();
