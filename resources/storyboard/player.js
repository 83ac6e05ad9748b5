"use strict";
{
  const { keys, dwell, speeds, words } = JSON.parse(document.getElementById("setup").textContent);
  const by = (id) => document.getElementById(id);
  const languages = [...document.querySelectorAll(".language")];
  const count = languages[0].querySelectorAll(".step").length;
  let lang = languages.find((one) => navigator.language.slice(0, 2) === one.lang.slice(0, 2)) || languages[0];
  let step = 1;
  let speed = 1;
  let timer = 0;

  const show = () => {
    for (const one of languages) one.classList.toggle("on", one === lang);
    document.querySelectorAll(".step.on").forEach((one) => one.classList.remove("on"));
    const shown = by(`${lang.lang}-${step}`);
    shown.classList.add("on");
    shown.querySelector("article").scrollTop = 0;
    const said = words[lang.lang];
    document.documentElement.lang = lang.lang;
    document.title = said.title;
    by("title").textContent = said.title;
    for (const button of document.querySelectorAll("[data-do]")) {
      const name = button.dataset.do;
      button.setAttribute("aria-label", said[name]);
      button.title = `${said[name]}  ${said.keys[name] || ""}`.trim();
    }
    by("language").textContent = said.other;
    by("print").textContent = said.print;
    document.documentElement.classList.toggle("playing", timer !== 0);
    by("speed").textContent = `${speed}×`;
    by("scrub").value = step;
    by("scrub").setAttribute("aria-valuetext", shown.querySelector("h2").textContent);
    by("place").textContent = `${step} / ${count}`;
    by("said").textContent = shown.querySelector("h2").textContent;
    for (const name of ["first", "back"]) by(name).disabled = step === 1;
    for (const name of ["next", "last"]) by(name).disabled = step === count;
    history.replaceState(null, "", `#${lang.lang}-${step}`);
  };

  const halt = () => { clearInterval(timer); timer = 0; };
  const start = () => {
    halt();
    timer = setInterval(() => { if (step < count) step += 1; if (step === count) halt(); show(); }, dwell / speed);
  };
  const go = (to) => { halt(); step = Math.min(count, Math.max(1, to)); show(); };
  const turn = (by) => {
    const place = speeds.indexOf(speed) + by;
    speed = speeds[Math.min(speeds.length - 1, Math.max(0, place))];
    if (timer) start();
    show();
  };

  const deeds = {
    next: () => go(step + 1),
    back: () => go(step - 1),
    first: () => go(1),
    last: () => go(count),
    play: () => {
      if (timer) halt();
      else { if (step === count) step = 1; start(); }
      show();
    },
    faster: () => turn(1),
    slower: () => turn(-1),
    language: () => { lang = languages[(languages.indexOf(lang) + 1) % languages.length]; show(); },
    blank: () => document.documentElement.classList.toggle("blank"),
    print: () => print(),
  };

  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => deeds[button.dataset.do]());
  }
  by("speed").addEventListener("click", () => {
    speed = speeds[(speeds.indexOf(speed) + 1) % speeds.length];
    if (timer) start();
    show();
  });
  by("scrub").addEventListener("input", () => go(Number(by("scrub").value)));
  addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === " " && event.target.closest && event.target.closest("button, a")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = keys[(event.ctrlKey ? "Ctrl+" : "") + key];
    if (!name) return;
    event.preventDefault();
    deeds[name]();
  });
  const asked = /^#(.+)-(\d+)$/.exec(location.hash);
  if (asked) {
    lang = languages.find((one) => one.lang === asked[1]) || lang;
    step = Math.min(count, Math.max(1, Number(asked[2])));
  }
  by("scrub").max = count;
  document.documentElement.classList.add("playable");
  show();
}
