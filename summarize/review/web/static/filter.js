// Which sentences are to be seen: by state, finding, level, name, or when somebody changed them.
const since = document.getElementById("since");

// Shows the field for the time only with the choice that needs it, and starts it with this morning.
export function offerTime(wanted) {
  since.parentElement.hidden = wanted !== "since";
  if (since.value) return;
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  since.value = `${local.toISOString().slice(0, 10)}T00:00`;
}

const KINDS = {
  open: (card) => card.state !== "approved",
  approved: (card) => card.state === "approved",
  unopened: (card) => card.state === "approved" && !card.opened,
  since: (card) => Boolean(card.changed) && new Date(card.changed) >= new Date(since.value),
  noted: (card) => card.notes.count > 0,
  level: (card, level) => card.level === level,
  name: (card, name) => card.names.includes(name),
  check: (card, check) => has(card, `[data-check="${check}"]`),
  error: (card) => has(card, ".error"),
  warning: (card) => has(card, ".warning"),
  "": () => true,
};

export function fits(card, wanted) {
  const [kind, ...value] = wanted.split(":");
  return KINDS[kind](card, value.join(":"));
}

const has = (card, finding) => Boolean(card.node.querySelector(`.findings ${finding}`));
