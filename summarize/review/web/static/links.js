// Lights what belongs together: a segment and the sentences of the article it comes from, both ways.
export class Links {
  constructor(cards, choose) {
    this.cards = cards;
    this.sentences = [...document.querySelectorAll(".s")];
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.wide = matchMedia("(min-width: 60rem)");
    for (const sentence of this.sentences) {
      const act = () => this.fromArticle(sentence, choose);
      sentence.addEventListener("click", act);
      sentence.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        act();
      });
    }
  }

  origins(card) { return card.node.dataset.from.split(" "); }

  // A segment lights its sentences; where the article stands beside it, they come into view.
  fromCard(card) {
    const ids = this.origins(card);
    this.light([card], ids);
    const first = this.sentences.find((sentence) => ids.includes(sentence.id));
    if (first && this.wide.matches) {
      first.scrollIntoView({ block: "nearest", behavior: this.still.matches ? "auto" : "smooth" });
    }
  }

  fromArticle(sentence, choose) {
    const made = this.cards.filter((card) => this.origins(card).includes(sentence.id));
    const [first] = made;
    if (first) choose(first);
    this.light(made, [sentence.id]);
  }

  light(cards, ids) {
    for (const card of this.cards) card.node.classList.toggle("lit", cards.includes(card));
    for (const sentence of this.sentences) {
      const on = ids.includes(sentence.id);
      sentence.classList.toggle("lit", on);
      sentence.setAttribute("aria-pressed", String(on));
    }
  }
}
