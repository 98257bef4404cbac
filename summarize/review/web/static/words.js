// Where words begin and end, in Khmer as well, which does not part them by spaces.
const segmenter = new Intl.Segmenter("km", { granularity: "word" });
const LEANING = /[\u17b4-\u17d3\u17dd\u200b-\u200d]/; // a sign that belongs to the letter before it
const COENG = "\u17d2"; // puts the next letter below the one before

// The stretch that may be replaced without splitting a word: every word that it touches, and where
// it is only a cursor inside a word, the place behind that. `terms` count as one word each.
export function wholeWords(text, start, end, terms = []) {
  const edges = [0, ...edgesWithin(text, terms), text.length];
  const after = edges.find((edge) => edge >= end);
  return start === end ? [after, after] : [edges.findLast((edge) => edge <= start), after];
}

function edgesWithin(text, terms) {
  const inside = new Set(terms.flatMap((term) => insides(text, term)));
  const starts = [...segmenter.segment(text)].map((segment) => segment.index);
  return starts.filter((at) =>
    at && !inside.has(at) && !LEANING.test(text[at]) && text[at - 1] !== COENG);
}

// The places inside each occurrence of a term.
function insides(text, term) {
  const found = [];
  for (let at = text.indexOf(term); term && at >= 0; at = text.indexOf(term, at + term.length)) {
    for (let place = at + 1; place < at + term.length; place += 1) found.push(place);
  }
  return found;
}
