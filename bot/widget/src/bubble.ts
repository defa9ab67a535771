import { element } from "./dom";
import { withLinks } from "./links";
import { texts } from "./texts";

/** Make one message: who says it, in text, and what they say. */
export function bubble(direction: "in" | "out", text: string): HTMLElement {
  const sender = direction === "in" ? texts.you : texts.name;
  return element(
    "div",
    { class: `message ${direction === "in" ? "mine" : "theirs"}` },
    element("p", { class: "sender" }, `${sender}:`),
    element("p", { class: "words" }, ...withLinks(text)),
  );
}

/** Say under a message how it stands, or nothing. */
export function mark(message: HTMLElement, state: string | null): void {
  message.querySelector(".state")?.remove();
  if (state) message.append(element("p", { class: "state" }, state));
}
