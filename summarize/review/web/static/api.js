// Talks to the program. What fails is thrown as an Error with words for a person.
const csrf = document.querySelector("meta[name=csrf]").content;

export const post = (path, data) =>
  ask(`/api/${path}`, {
    method: "POST",
    keepalive: true, // it arrives even if the page is closed meanwhile
    headers: { "content-type": "application/json", "x-csrf-token": csrf },
    body: JSON.stringify(data),
  });

export const get = (path, data) => ask(`/api/${path}?${new URLSearchParams(data)}`);

async function ask(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch {
    throw new Error("The program does not answer. Is it still running in the terminal?");
  }
  const answer = await response.json().catch(() => ({ message: "This did not work.", hint: "" }));
  if (!response.ok) throw new Error(`${answer.message} ${answer.hint}`.trim());
  return answer;
}
