import type { Memory } from "./memory";
import type { Outgoing, Receipt } from "./protocol";

export type Send = (message: Outgoing) => Promise<Receipt>;
export type Settled = (message: Outgoing, receipt: Receipt) => void;

const RETRY_AFTER = 3_000;

/** Sends messages one after another, and again until the server says it has them. */
export class Outbox {
  #memory: Memory;
  #send: Send;
  #settled: Settled;
  #busy = false;

  constructor(memory: Memory, send: Send, settled: Settled) {
    this.#memory = memory;
    this.#send = send;
    this.#settled = settled;
  }

  /** Put a message in line and send what can be sent. */
  add(message: Outgoing): void {
    this.#memory.waiting = [...this.#memory.waiting, message];
    void this.flush();
  }

  /** Send what waits, oldest first; stops when the connection is gone. */
  async flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#memory.waiting[0]; next; next = this.#memory.waiting[0]) {
        const receipt = await this.#send(next);
        if (receipt.reason === "busy") {
          setTimeout(() => void this.flush(), RETRY_AFTER);
          return;
        }
        const done = next.id;
        this.#memory.waiting = this.#memory.waiting.filter((message) => message.id !== done);
        this.#settled(next, receipt);
      }
    } catch {
      // No answer in time: the next connection, or the next message, tries again.
    } finally {
      this.#busy = false;
    }
  }
}

/** A random id; `crypto.randomUUID` is missing on pages without https. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
