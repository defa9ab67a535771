import { io, type Socket } from "socket.io-client";
import type { Outgoing, Receipt, Session, StoredMessage } from "./protocol";

const ANSWER_WITHIN = 10_000;
const ASK_AGAIN_AFTER = 3_000;

export interface Listener {
  /** The server confirmed a session and sent what was missed. */
  session(session: Session): void;
  message(message: StoredMessage): void;
  typing(on: boolean): void;
  /** The server gave this page another session, after the last one ended. */
  renewed(sessionId: string): void;
  /** Everything about this person was erased. */
  ended(): void;
  offline(): void;
}

/** Says which session to go on with, and the last message this page has shown. */
export type Resume = () => { session_id: string | null; after: number };

/** Speaks the Socket.IO protocol of Rasa widgets, plus receipts, history and a typing signal. */
export class Connection {
  #socket: Socket;
  #listener: Listener;
  #resume: Resume;
  #session: string | null = null;
  #entered = false;

  constructor(base: URL, tenant: string, resume: Resume, listener: Listener) {
    this.#listener = listener;
    this.#resume = resume;
    this.#socket = io(base.origin, {
      path: new URL("socket.io/", base).pathname,
      query: { tenant },
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelayMax: 10_000,
    });
    this.#socket.on("connect", () => void this.#ask());
    this.#socket.on("bot_uttered", (message: Omit<StoredMessage, "direction">) => listener.message({ ...message, direction: "out" }));
    this.#socket.on("bot_typing", ({ on }: { on: boolean }) => listener.typing(on));
    this.#socket.on("session_confirm", (id: string) => this.#confirmed(id));
    this.#socket.on("session_ended", () => this.#ended());
    this.#socket.on("disconnect", () => this.#lost());
    this.#socket.on("connect_error", () => this.#lost());
  }

  /** Whether messages can be sent now. */
  get ready(): boolean {
    return this.#entered && this.#socket.connected;
  }

  /** Deliver one message; rejects when the server did not answer in time. */
  async send(message: Outgoing): Promise<Receipt> {
    if (!this.ready) throw new Error("not connected");
    const body = { message: message.message, session_id: this.#session, message_id: message.id, customData: {} };
    return (await this.#socket.timeout(ANSWER_WITHIN).emitWithAck("user_uttered", body)) as Receipt;
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(): Promise<void> {
    try {
      const session = (await this.#socket.timeout(ANSWER_WITHIN).emitWithAck("session_request", this.#resume())) as Session;
      if (!session.session_id) throw new Error("no session now");
      this.#session = session.session_id;
      this.#entered = true;
      this.#listener.session(session);
    } catch {
      setTimeout(() => {
        if (this.#socket.connected) void this.#ask();
      }, ASK_AGAIN_AFTER);
    }
  }

  #confirmed(id: string): void {
    if (!this.#entered || id === this.#session) return;
    this.#session = id;
    this.#listener.renewed(id);
  }

  #ended(): void {
    this.#session = null;
    this.#listener.ended();
  }

  #lost(): void {
    this.#entered = false;
    this.#listener.offline();
  }
}
