import { button, element, hidden } from "./dom";
import { texts } from "./texts";

const NARROW = "(max-width: 480px), (max-height: 420px)";

export interface PanelParts {
  talk: HTMLElement;
  composer: HTMLElement;
  remember: HTMLElement;
  privacy: URL;
  human: () => void;
  /** Absent when the panel is part of the page and cannot close. */
  close?: () => void;
}

/** The frame around the conversation: who you talk with, a person to turn to, and how to leave. */
export class Panel {
  readonly root: HTMLElement;
  #dialog: HTMLDialogElement | null;
  #notice = element("p", { class: "notice", role: "status" });

  constructor(parts: PanelParts) {
    const inside = [heading(parts), this.#notice, parts.talk, parts.composer, footer(parts)];
    this.#dialog = parts.close ? element("dialog", { class: "panel floating", "aria-labelledby": "title" }, ...inside) : null;
    this.root = this.#dialog ?? element("section", { class: "panel", "aria-labelledby": "title" }, ...inside);
    if (parts.close) closeOnEscape(this.root, parts.close);
  }

  /** Show the panel; on a small screen it covers the page, and then the page behind it is out of reach. */
  open(): void {
    if (!this.#dialog || this.#dialog.open) return;
    if (matchMedia(NARROW).matches) this.#dialog.showModal();
    else this.#dialog.show();
  }

  close(): void {
    this.#dialog?.close();
  }

  get isOpen(): boolean {
    return this.#dialog?.open ?? true;
  }

  /** Say how the connection stands, or nothing. */
  notice(text: string): void {
    if (this.#notice.textContent !== text) this.#notice.textContent = text;
  }
}

function heading({ close }: PanelParts): HTMLElement {
  const name = element("div", {}, element("h2", { id: "title" }, texts.name), element("p", { class: "what" }, texts.what));
  if (!close) return element("div", { class: "head" }, name);
  const leave = button("", "close", close);
  leave.append(element("span", { class: "cross", "aria-hidden": "true" }), hidden(texts.close));
  return element("div", { class: "head" }, name, leave);
}

function footer({ human, remember, privacy }: PanelParts): HTMLElement {
  const link = element("a", { href: privacy.href, target: "_blank", rel: "noopener" }, texts.privacy, hidden(` (${texts.new_window})`));
  return element("div", { class: "foot" }, button(texts.human, "human", human), link, remember);
}

function closeOnEscape(root: HTMLElement, close: () => void): void {
  root.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });
}
