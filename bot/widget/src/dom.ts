type Attributes = Record<string, string | boolean>;
type Child = Node | string;

/** Make an element. Attributes that are false are left out; texts become text nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Make a button that does `act`. */
export function button(label: string, className: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: className }, label);
  made.addEventListener("click", act);
  return made;
}

/** Text that only assistive technology reads. */
export function hidden(text: string): HTMLElement {
  return element("span", { class: "only-heard" }, text);
}
