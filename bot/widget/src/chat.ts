import { Composer } from "./composer";
import { Connection } from "./connection";
import { Memory } from "./memory";
import { Outbox, randomId } from "./outbox";
import type { Outgoing, QuickReply, Receipt, Session, StoredMessage } from "./protocol";
import { RememberBox } from "./remember";
import { Talk } from "./talk";
import { texts } from "./texts";

/** What the frame around a chat wants to know. */
export interface Frame {
  notice(text: string): void;
  /** A message came in. */
  heard(): void;
}

/** One conversation: joins what is on screen, what is remembered and the connection. Starts when it is made. */
export class Chat {
  readonly talk = new Talk((choice, pressed) => this.#choose(choice, pressed));
  readonly composer = new Composer((text) => this.say(text));
  readonly remember = new RememberBox((yes) => this.#memory.remember(yes));
  #memory: Memory;
  #outbox: Outbox;
  #connection: Connection;
  #frame: Frame;
  #seen = new Set<number>();
  /** Messages that a reload interrupted: the history may hold them already. */
  #restored = new Set<string>();
  #last = 0;

  constructor(base: URL, tenant: string, frame: Frame) {
    this.#frame = frame;
    this.#memory = new Memory(tenant);
    this.remember.show(this.#memory.remembers);
    this.#outbox = new Outbox(this.#memory, (message) => this.#connection.send(message), (message, receipt) => this.#settled(message, receipt));
    frame.notice(texts.connecting);
    this.#connection = new Connection(base, tenant, () => ({ session_id: this.#memory.session, after: this.#last }), {
      session: (session) => this.#begin(session),
      message: (message) => this.#hear(message),
      typing: (on) => this.talk.typing(on),
      renewed: (id) => void (this.#memory.session = id),
      ended: () => this.#end(),
      offline: () => this.#offline(),
    });
  }

  /** Say something in the person's name. */
  say(text: string): void {
    this.#send({ id: randomId(), message: text, shown: text });
  }

  stop(): void {
    this.#connection.close();
  }

  #choose(choice: QuickReply, pressed: HTMLButtonElement): void {
    // The pressed button disappears: keep the focus in the conversation, without calling up a screen keyboard.
    if (pressed.matches(":focus-visible")) this.composer.focus();
    else this.talk.scroller.focus({ preventScroll: true });
    this.#send({ id: randomId(), message: choice.payload, shown: choice.title });
  }

  #send(message: Outgoing): void {
    this.#memory.keep();
    this.talk.say(message.id, message.shown);
    if (!this.#connection.ready) this.talk.mark(message.id, texts.waiting);
    this.#outbox.add(message);
  }

  #begin(session: Session): void {
    const first = this.#last === 0;
    this.#memory.session = session.session_id;
    this.#frame.notice("");
    const news = session.messages.filter((message) => this.#isNew(message));
    if (first) this.talk.history(news);
    else for (const message of news) this.talk.add(message);
    if (first) this.#showWaiting();
    void this.#outbox.flush();
  }

  /** Messages that a reload interrupted come back on screen until the server has them. */
  #showWaiting(): void {
    for (const message of this.#memory.waiting) {
      if (this.talk.holds(message.id)) continue;
      this.#restored.add(message.id);
      this.talk.say(message.id, message.shown);
    }
  }

  #settled(message: Outgoing, receipt: Receipt): void {
    if (receipt.reason === "duplicate" && this.#restored.has(message.id)) this.talk.withdraw(message.id);
    this.talk.mark(message.id, receipt.reason === "too_long" ? texts.too_long : null);
  }

  #hear(message: StoredMessage): void {
    if (!this.#isNew(message)) return;
    this.talk.typing(false);
    this.talk.add(message);
    this.#frame.heard();
  }

  #isNew(message: StoredMessage): boolean {
    if (message.id === 0) return true; // kept nowhere, so it never comes back
    if (this.#seen.has(message.id)) return false;
    this.#seen.add(message.id);
    this.#last = Math.max(this.#last, message.id);
    return true;
  }

  #offline(): void {
    this.talk.typing(false);
    this.#frame.notice(texts.offline);
    for (const message of this.#memory.waiting) this.talk.mark(message.id, texts.waiting);
  }

  #end(): void {
    this.#memory.forget();
    this.talk.clear();
    this.remember.show(false);
  }
}
