import { chatElement } from "./element";

const NAME = "duwtje-chat";
const script = document.currentScript as HTMLScriptElement;

function start(): void {
  customElements.define(NAME, chatElement({ script: new URL(script.src), tenant: script.dataset["tenant"] ?? "demo" }));
  if (!document.querySelector(NAME)) document.body.append(document.createElement(NAME));
}

// Pasted twice by accident, it still is one chat.
if (!customElements.get(NAME)) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
