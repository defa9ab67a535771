/** A choice under a message: what people read, and the random id that stands for it. */
export interface QuickReply {
  title: string;
  payload: string;
}

/** A message as the server stored it. Ids grow within a conversation. */
export interface StoredMessage {
  id: number;
  direction: "in" | "out";
  text: string;
  quick_replies?: QuickReply[];
  /** ISO 8601, UTC. */
  at: string;
}

/** Answer to `session_request`. */
export interface Session {
  session_id: string;
  /** What this page has not seen yet, oldest first. */
  messages: StoredMessage[];
  /** Whether the server still knew the session that was asked for. */
  resumed: boolean;
}

/** Answer to `user_uttered`. */
export interface Receipt {
  accepted: boolean;
  reason?: "empty" | "too_long" | "duplicate" | "busy";
}

/** A message on its way to the server. `id` is made here, so that sending it twice counts once. */
export interface Outgoing {
  id: string;
  /** What the server gets: typed text, or the id of a choice. */
  message: string;
  /** What the person sees: the typed text, or the title of the choice. */
  shown: string;
}
