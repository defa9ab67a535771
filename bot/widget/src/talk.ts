import { bubble, mark } from "./bubble";
import { type Choose, choiceButtons } from "./choices";
import { dayName } from "./days";
import { button, element, hidden } from "./dom";
import type { StoredMessage } from "./protocol";
import { texts } from "./texts";

/** Messages that come in within this many milliseconds belong together. */
const TOGETHER = 1_500;
const MARGIN = 12;

/**
 * The conversation on screen. What was said before this page opened stands outside the live region,
 * so that a screen reader announces only what is new, and announces it once.
 */
export class Talk {
  readonly root: HTMLElement;
  /** The part that scrolls. */
  readonly scroller: HTMLElement;
  #before = element("div", { class: "before", role: "group", "aria-label": texts.earlier, hidden: true });
  #log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", "aria-label": texts.recent });
  #dots = element("div", { class: "typing", "aria-hidden": "true", hidden: true }, `${texts.typing} `, element("i"), element("i"), element("i"));
  #more = button("", "more", () => this.#readOn());
  #choose: Choose;
  #mine = new Map<string, HTMLElement>();
  #anchor: HTMLElement | null = null;
  #moved = 0;
  #day = "";

  constructor(choose: Choose) {
    this.#choose = choose;
    const attributes = { class: "talk", tabindex: "0", role: "region", "aria-label": texts.conversation };
    this.scroller = element("div", attributes, this.#before, this.#log, this.#dots);
    this.scroller.addEventListener("scroll", () => this.#offerMore(), { passive: true });
    // What fits changes without scrolling too: a keyboard opens, the page is laid out after the message came.
    const sizes = new ResizeObserver(() => this.#offerMore());
    for (const part of [this.scroller, this.#log]) sizes.observe(part);
    this.#more.append(element("span", { class: "arrow", "aria-hidden": "true" }), hidden(texts.more));
    this.root = element("div", { class: "talk-frame" }, this.scroller, this.#more);
  }

  /** Show what was said before. */
  history(messages: readonly StoredMessage[]): void {
    for (const message of messages) this.#put(this.#before, message);
    this.#before.hidden = this.#before.childElementCount === 0;
    this.#show(this.#before.lastElementChild as HTMLElement | null);
  }

  /** Show a message that came in just now. */
  add(message: StoredMessage): void {
    this.#show(this.#put(this.#log, message));
  }

  /** Show what the person says, before the server has it. */
  say(id: string, text: string): void {
    this.#closeChoices();
    this.#dayLine(this.#log, new Date());
    const message = bubble("in", text);
    this.#mine.set(id, message);
    this.#log.append(message);
    this.#anchor = null;
    this.#show(message);
    // The answer starts anew: it is what people want to see from the top.
    this.#anchor = null;
  }

  /** Say under one of the person's messages how it stands, or nothing. */
  mark(id: string, state: string | null): void {
    const message = this.#mine.get(id);
    if (message) mark(message, state);
  }

  /** Whether a message of the person is on screen. */
  holds(id: string): boolean {
    return this.#mine.has(id);
  }

  /** Take back a message that was already part of the history. */
  withdraw(id: string): void {
    this.#mine.get(id)?.remove();
    this.#mine.delete(id);
  }

  /** Take everything off the screen but the last words to this person. */
  clear(): void {
    const last = [...this.#log.querySelectorAll(".theirs")].at(-1);
    this.#before.replaceChildren();
    this.#before.hidden = true;
    // Removing the others leaves the last words where they were: moved, they would be announced again.
    for (const other of [...this.#log.children]) if (other !== last) other.remove();
    this.#mine.clear();
  }

  typing(on: boolean): void {
    this.#dots.hidden = !on;
    if (on) this.#scroll();
  }

  #put(place: HTMLElement, message: StoredMessage): HTMLElement {
    if (message.direction === "in") this.#closeChoices();
    this.#dayLine(place, new Date(message.at));
    const made = bubble(message.direction, message.text);
    if (message.quick_replies?.length) made.append(choiceButtons(message.quick_replies, this.#choose));
    place.append(made);
    return made;
  }

  #dayLine(place: HTMLElement, at: Date): void {
    const day = dayName(at, new Date());
    const needsNoName = day === this.#day || (this.#day === "" && day === texts.today);
    this.#day = day;
    if (needsNoName) return;
    place.append(element("p", { class: "day" }, day));
  }

  /** An answer closes the choices that stood open. */
  #closeChoices(): void {
    for (const choices of this.scroller.querySelectorAll(".choices")) choices.remove();
  }

  /** Bring the newest into view, but never past the start of what came in together: people read from the top. */
  #show(newest: HTMLElement | null): void {
    const now = performance.now();
    if (!this.#anchor || now - this.#moved > TOGETHER) this.#anchor = newest;
    this.#moved = now;
    this.#scroll();
  }

  #scroll(): void {
    this.scroller.scrollTop = this.#anchor ? Math.min(this.#end, this.#anchor.offsetTop - MARGIN) : this.#end;
    this.#offerMore();
  }

  get #end(): number {
    return this.scroller.scrollHeight - this.scroller.clientHeight;
  }

  /** Not everyone sees that there is more below the edge. */
  #offerMore(): void {
    this.#more.hidden = this.scroller.scrollTop >= this.#end - MARGIN;
  }

  #readOn(): void {
    this.scroller.scrollTop += this.scroller.clientHeight * 0.8;
    this.#offerMore();
    this.scroller.focus({ preventScroll: true });
  }
}
