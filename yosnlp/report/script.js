"use strict";
// The page works without this: it opens what a link leads to, and filters the quotations.
(() => {
  const form = document.getElementById("filters");
  const status = document.getElementById("f-status");
  const groups = [...document.querySelectorAll("details.group")].map((element) => ({
    element,
    place: element.dataset.place,
    side: element.closest(".side").dataset.side,
    items: [...element.querySelectorAll("li")].map((item) => ({ item, service: item.dataset.s, text: null })),
  }));
  const field = (name) => document.getElementById(`f-${name}`);
  const folded = (text) => text.toLowerCase().replace(/[\u2018\u2019]/g, "'").replace(/\s+/g, " ").trim();
  const number = new Intl.NumberFormat("en-GB");

  function fits(quotation, service, words) {
    if (service && quotation.service !== service) return false;
    if (!words) return true;
    quotation.text ??= folded(quotation.item.firstElementChild.textContent);
    return quotation.text.includes(words);
  }

  function filter() {
    const [words, service, place, side] = [folded(field("text").value), ...["service", "place", "side"].map((n) => field(n).value)];
    let shown = 0, all = 0;
    for (const group of groups) {
      const open = (!place || group.place === place) && (!side || group.side === side);
      let here = 0;
      for (const quotation of group.items) {
        const fit = open && fits(quotation, service, words);
        quotation.item.hidden = !fit;
        here += fit;
      }
      group.element.hidden = here === 0;
      shown += here;
      all += group.items.length;
    }
    for (const part of [...document.querySelectorAll(".side"), ...document.querySelectorAll(".theme")]) {
      part.hidden = !part.querySelector("details.group:not([hidden])");
    }
    const chosen = words || service || place || side;
    status.textContent = chosen
      ? `${number.format(shown)} of the ${number.format(all)} quotations on this page fit.`
      : `${number.format(all)} quotations on this page.`;
    return { chosen, shown };
  }

  function open(elements) {
    for (const element of elements) element.open = true;
  }

  // A filter that leaves few opens them at once.
  function filterAndOpen() {
    const { chosen, shown } = filter();
    if (chosen && shown <= 200) open(groups.filter((g) => !g.element.hidden).map((g) => g.element));
  }

  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
    if (target.tagName === "H4") open(target.parentElement.querySelectorAll("details.group"));
    const focused = target.tagName === "DETAILS" ? target.querySelector("summary") : target;
    if (focused !== target || /^H[34]$/.test(target.tagName)) {
      if (focused === target) target.tabIndex = -1;
      focused.focus({ preventScroll: true });
    }
    target.scrollIntoView();
  }

  let waiting = 0;
  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filterAndOpen, 200);
    });
    form.addEventListener("reset", () => setTimeout(filter));
    field("open").addEventListener("click", () => open(groups.filter((g) => !g.element.hidden).map((g) => g.element)));
    field("close").addEventListener("click", () => groups.forEach((g) => { g.element.open = false; }));
    filter();
  }
  window.addEventListener("hashchange", follow);
  // A link that is followed twice changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  if (location.hash) follow();

  // On paper the tables behind the charts stand open; quotations are printed as the reader left them.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.behind:not([open])")];
    open(opened);
  });
  window.addEventListener("afterprint", () => opened.forEach((element) => { element.open = false; }));
})();
