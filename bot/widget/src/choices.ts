import { button, element } from "./dom";
import type { QuickReply } from "./protocol";
import { texts } from "./texts";

export type Choose = (choice: QuickReply, pressed: HTMLButtonElement) => void;

/** Make the choices under a message, as real buttons. */
export function choiceButtons(choices: readonly QuickReply[], choose: Choose): HTMLElement {
  const made = choices.map((choice) => {
    const each = button(choice.title, "choice", () => choose(choice, each));
    return each;
  });
  return element("div", { class: "choices", role: "group", "aria-label": texts.choices }, ...made);
}
