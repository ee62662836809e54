// What the page asks of the sandbox.

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export const say = (wish) => post("/sandbox/say", wish);
export const press = (person, message, data) =>
  post("/sandbox/press", { person, chat: message.chat.id, message: message.message_id, data });
export const follow = (person, url) => post("/sandbox/follow", { person, url });
export const addPerson = (name) => post("/sandbox/people", { name });
export const block = (person, blocked) => post("/sandbox/block", { person, blocked });
export const admit = (person, chat, status) => post("/sandbox/admit", { person, chat, status });
export const inline = (wish) => post("/sandbox/inline", wish);
export const pick = (wish) => post("/sandbox/pick", wish);
export const trouble = (wish) => post("/sandbox/trouble", wish);
export const turnClock = (wish) => post("/clock", wish);

export function listen(onState) {
  const source = new EventSource("/sandbox/events");
  source.onmessage = (event) => onState(JSON.parse(event.data));
}
