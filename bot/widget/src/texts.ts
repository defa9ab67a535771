import all from "./texts.json";

/** Everything the widget says by itself; what the assistant says comes from the server. */
export const texts = all;

/** Fill `{count}` in a text. */
export function counted(text: string, count: number): string {
  return text.replace("{count}", String(count));
}
