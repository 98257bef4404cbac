// How long a sentence is worked on: while it is the one entered, the page is in front, and somebody
// has typed, moved or scrolled lately. It is kept with the sentence, without a name.
import { post } from "./api.js";

const TICK = 1; // seconds
const IDLE = 30; // seconds without a sign of somebody, after which nobody is counted as reading
const ENOUGH = 10; // seconds that are worth telling the program
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel", "scroll", "touchstart"];

export class Effort {
  constructor(page) {
    Object.assign(this, { page, card: null, seconds: 0, seen: performance.now() });
    for (const sign of SIGNS) {
      addEventListener(sign, () => { this.seen = performance.now(); }, { capture: true, passive: true });
    }
    addEventListener("visibilitychange", () => { if (document.hidden) this.send(); });
    setInterval(() => this.tick(), TICK * 1000);
  }

  tick() {
    if (this.page.current !== this.card) {
      this.send();
      this.card = this.page.current;
    }
    const isHere = performance.now() - this.seen < IDLE * 1000;
    if (this.card && isHere && document.hasFocus()) this.seconds += TICK;
    if (this.seconds >= ENOUGH) this.send();
  }

  // What does not arrive is lost: no text depends on it, and nobody is to be troubled with it.
  send() {
    const seconds = this.seconds;
    this.seconds = 0;
    if (seconds) post("effort", { ...this.card.key, seconds }).catch(() => {});
  }
}
