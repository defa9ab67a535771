import type { Outgoing } from "./protocol";

interface Remembered {
  session: string | null;
  waiting: Outgoing[];
}

/**
 * What survives a reload: the session and messages that were not sent yet.
 *
 * Nothing is stored on the device until `keep` is called, which happens at the person's first message:
 * this tab only, or this device when the person asks for that.
 */
export class Memory {
  #key: string;
  #now: Remembered = { session: null, waiting: [] };
  #shelf: Storage | null = null;

  constructor(tenant: string) {
    this.#key = `duwtje:${tenant}`;
    for (const shelf of [attempt(() => localStorage), attempt(() => sessionStorage)]) {
      const found = shelf && read(shelf, this.#key);
      if (!found) continue;
      this.#now = found;
      this.#shelf = shelf;
      return;
    }
  }

  get session(): string | null {
    return this.#now.session;
  }

  set session(id: string | null) {
    this.#now.session = id;
    this.#write();
  }

  get waiting(): readonly Outgoing[] {
    return this.#now.waiting;
  }

  set waiting(messages: readonly Outgoing[]) {
    this.#now.waiting = [...messages];
    this.#write();
  }

  /** Whether the conversation outlives this tab. */
  get remembers(): boolean {
    return this.#shelf !== null && this.#shelf === attempt(() => localStorage);
  }

  /** From now on keep the conversation for this tab. */
  keep(): void {
    if (this.#shelf) return;
    this.#shelf = attempt(() => sessionStorage);
    this.#write();
  }

  /** Keep the conversation on this device, or for this tab only. */
  remember(yes: boolean): void {
    this.#erase();
    this.#shelf = attempt(() => (yes ? localStorage : sessionStorage));
    this.#write();
  }

  /** Leave no trace. */
  forget(): void {
    this.#erase();
    this.#now = { session: null, waiting: [] };
    this.#shelf = null;
  }

  #write(): void {
    attempt(() => this.#shelf?.setItem(this.#key, JSON.stringify(this.#now)));
  }

  #erase(): void {
    attempt(() => this.#shelf?.removeItem(this.#key));
  }
}

/** Storage may be switched off or full; the conversation then lives as long as the page. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}

function read(shelf: Storage, key: string): Remembered | null {
  const found = attempt(() => JSON.parse(shelf.getItem(key) ?? "null") as Partial<Remembered> | null);
  if (!found) return null;
  return { session: found.session ?? null, waiting: Array.isArray(found.waiting) ? found.waiting : [] };
}
