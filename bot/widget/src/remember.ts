import { element } from "./dom";
import { texts } from "./texts";

/** A tick box that keeps the conversation on this device. Off unless the person asks for it. */
export class RememberBox {
  readonly root: HTMLElement;
  #box = element("input", { type: "checkbox", id: "remember" });

  constructor(change: (yes: boolean) => void) {
    this.root = element("label", { class: "remember", for: "remember" }, this.#box, texts.remember);
    this.#box.addEventListener("change", () => change(this.#box.checked));
  }

  show(yes: boolean): void {
    this.#box.checked = yes;
  }
}
