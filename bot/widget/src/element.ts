import base from "./base.css";
import { Chat } from "./chat";
import frame from "./frame.css";
import { Launcher } from "./launcher";
import { Panel } from "./panel";
import talk from "./talk.css";
import { texts } from "./texts";

export interface Origin {
  /** Address of the widget itself; the server lives there. */
  script: URL;
  tenant: string;
}

/** Make the class behind `<duwtje-chat>`. With `data-open` the chat is part of the page; otherwise a button opens it. */
export function chatElement(origin: Origin): CustomElementConstructor {
  return class DuwtjeChat extends HTMLElement {
    #launcher = new Launcher(() => this.#open());
    #chat: Chat | null = null;
    #panel: Panel | null = null;
    #root = this.attachShadow({ mode: "open" });
    #inside = document.createElement("div");

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [sheet()];
      this.#inside.lang = "nl";
      this.#root.append(this.#inside);
      if (this.#inPage) this.#start();
      else this.#inside.append(this.#launcher.root);
    }

    disconnectedCallback(): void {
      this.#chat?.stop();
      this.#chat = this.#panel = null;
      this.#inside.replaceChildren();
    }

    get #inPage(): boolean {
      return this.hasAttribute("data-open");
    }

    #open(): void {
      const { panel, chat } = this.#start();
      panel.open();
      this.#launcher.show(false);
      if (matchMedia("(pointer: fine)").matches) chat.composer.focus();
      else chat.talk.scroller.focus({ preventScroll: true });
    }

    #close(): void {
      this.#panel?.close();
      this.#launcher.show(true);
      this.#launcher.focus();
    }

    /** From here on there is a connection; before this, none. */
    #start(): { panel: Panel; chat: Chat } {
      if (this.#panel && this.#chat) return { panel: this.#panel, chat: this.#chat };
      const chat: Chat = new Chat(origin.script, origin.tenant, {
        notice: (text) => queueMicrotask(() => panel.notice(text)),
        heard: () => void (panel.isOpen || this.#launcher.unread()),
      });
      const panel = new Panel({
        talk: chat.talk.root,
        composer: chat.composer.root,
        remember: chat.remember.root,
        privacy: new URL("privacy", origin.script),
        human: () => chat.say(texts.human_message),
        ...(this.#inPage ? {} : { close: () => this.#close() }),
      });
      this.#inside.append(panel.root);
      this.#panel = panel;
      this.#chat = chat;
      return { panel, chat };
    }
  };
}

/** A sheet made by script needs no style attribute or element, so the strictest content policy allows it. */
function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(base + frame + talk);
  return made;
}
