// Adds to pages that work without it: the check while you type, and a warning before typed text is lost.
const WAIT = 700;

document.querySelector("[data-focus]")?.focus();

const form = document.querySelector("form[data-check-at]");
if (form) {
  const shown = document.getElementById("check");
  const heard = document.getElementById("check-status");
  let timer;
  let latest = 0;
  let changed = false;

  async function check() {
    const turn = ++latest;
    let answer;
    try {
      answer = await fetch(form.dataset.checkAt, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
    } catch {
      return; // without a connection the last check stays in view
    }
    if (!answer.ok || turn !== latest) return;
    shown.innerHTML = await answer.text();
    const summary = `Check: ${shown.firstElementChild.dataset.summary}`;
    if (heard.textContent !== summary) heard.textContent = summary;
  }

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  });
  form.addEventListener("submit", () => {
    changed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}

// A link to a field inside something that is folded away opens it first.
addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.focus();
});
