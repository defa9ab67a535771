import { button, element } from "./dom";
import { counted, texts } from "./texts";

/** The button that opens the chat; it tells how many messages came in meanwhile. */
export class Launcher {
  readonly root: HTMLElement;
  #button: HTMLButtonElement;
  #badge = element("span", { class: "badge", role: "status" });
  #unread = 0;

  constructor(open: () => void) {
    this.#button = button(texts.launcher, "launcher", open);
    this.#button.setAttribute("aria-haspopup", "dialog");
    this.root = element("div", { class: "corner" }, this.#badge, this.#button);
  }

  show(visible: boolean): void {
    this.root.hidden = !visible;
    this.#count(0);
  }

  /** A message came in while the chat was closed. */
  unread(): void {
    this.#count(this.#unread + 1);
  }

  focus(): void {
    this.#button.focus();
  }

  #count(unread: number): void {
    this.#unread = unread;
    const one = unread === 1 ? texts.unread_one : counted(texts.unread_many, unread);
    this.#badge.textContent = unread ? one : "";
  }
}
