import { element } from "./dom";
import { texts } from "./texts";

/** As much as the server keeps of a message. */
const LONGEST = 500;

/** Where people type. Enter sends, Shift+Enter starts a new line. */
export class Composer {
  readonly root: HTMLFormElement;
  #input = element("textarea", { id: "message", rows: "1", maxlength: String(LONGEST), autocomplete: "off", enterkeyhint: "send" });

  constructor(say: (text: string) => void) {
    const submit = (): void => {
      const text = this.#input.value.trim();
      this.#input.value = "";
      if (text) say(text);
      this.focus();
    };
    this.root = element(
      "form",
      { class: "composer" },
      element("label", { for: "message" }, texts.label),
      element("div", { class: "row" }, this.#input, element("button", { type: "submit", class: "send" }, texts.send)),
    );
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    this.#input.addEventListener("keydown", (event) => {
      // While a character is being composed, Enter belongs to the keyboard.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    });
  }

  focus(): void {
    this.#input.focus({ preventScroll: true });
  }
}
