"use strict";
{
  const { keys, speeds, words } = JSON.parse(document.getElementById("setup").textContent);
  const by = (id) => document.getElementById(id);
  const root = document.documentElement;
  const languages = [...document.querySelectorAll(".language")];
  const count = languages[0].querySelectorAll(".step").length;
  let lang = languages[0];
  let step = 1;
  let speed = 1;
  let timer = 0;

  const inLanguage = (tag) => languages.find((one) => one.lang.slice(0, 2) === tag.slice(0, 2));
  const section = (one, number) => by(`${one.lang}-${number}`);
  const text = (one) => one.textContent.trim();

  const told = (shown) => {
    const open = shown.classList.contains("asking");
    const parts = shown.querySelectorAll(open ? "h2, article > p, .ask > p, .ask li" : "h2, article > p");
    return [`${step} / ${count}`, ...[...parts].filter((one) => !one.matches(".place, .rfc")).map(text)].join(". ");
  };

  const show = () => {
    for (const one of languages) one.classList.toggle("on", one === lang);
    for (const one of document.querySelectorAll(".step.on")) one.classList.remove("on");
    const shown = section(lang, step);
    shown.classList.add("on");
    const article = shown.querySelector("article");
    article.scrollTop = 0;
    article.tabIndex = article.scrollHeight > article.clientHeight ? 0 : -1;
    const said = words[lang.lang];
    root.lang = lang.lang;
    document.title = said.run ? `${said.title} · ${said.run}` : said.title;
    by("title").textContent = said.title;
    by("run").textContent = said.run;
    for (const button of document.querySelectorAll("[data-do]")) {
      const name = button.dataset.do;
      button.setAttribute("aria-label", said[name]);
      button.title = `${said[name]}  ${said.keys[name] || ""}`.trim();
    }
    by("language").textContent = said.other;
    by("print").textContent = said.print;
    by("help").textContent = "?";
    by("fullscreen").textContent = said.fullscreen;
    root.classList.toggle("playing", timer !== 0);
    by("speed").textContent = `${speed}×`;
    by("speed").setAttribute("aria-label", `${said.speed} ${speed}×`);
    by("scrub").value = step;
    by("scrub").setAttribute("aria-label", said.scrub);
    by("scrub").setAttribute("aria-valuetext", `${step} / ${count}: ${text(shown.querySelector("h2"))}`);
    by("place").textContent = `${step} / ${count}`;
    by("said").textContent = told(shown);
    for (const name of ["first", "back"]) by(name).setAttribute("aria-disabled", step === 1);
    for (const name of ["next", "last"]) by(name).setAttribute("aria-disabled", step === count);
    try { history.replaceState(null, "", `#${lang.lang}-${step}`); } catch { /* some browsers count how often */ }
  };

  const halt = () => { clearTimeout(timer); timer = 0; };
  const start = () => {
    halt();
    if (step === count) return;
    timer = setTimeout(() => { step += 1; start(); show(); }, words[lang.lang].dwell[step - 1] / speed);
  };
  const go = (to) => { halt(); step = Math.min(count, Math.max(1, to)); show(); };
  const pace = (to) => {
    speed = speeds[Math.min(speeds.length - 1, Math.max(0, to))];
    if (timer) start();
    show();
  };

  const reveal = (number, chosen) => {
    for (const one of languages) {
      const asked = section(one, number);
      if (!asked.classList.contains("asking")) continue;
      asked.classList.remove("asking");
      const right = Number(asked.querySelector(".ask").dataset.right);
      asked.querySelector("details").open = true;
      asked.querySelectorAll(".ask button").forEach((button, place) => {
        button.setAttribute("aria-pressed", place === chosen);
        button.classList.toggle("right", place === right);
        button.classList.toggle("wrong", place === chosen && place !== right);
      });
    }
    by("said").textContent = text(section(lang, number).querySelector("details p"));
  };

  const card = () => {
    const said = words[lang.lang];
    by("card-title").textContent = said.help;
    by("close").textContent = said.close;
    by("keys").replaceChildren(...said.rows.flatMap(([name, held]) => {
      const [term, definition] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = held;
      definition.textContent = name;
      return [term, definition];
    }));
    by("card").showModal();
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
    faster: () => pace(speeds.indexOf(speed) + 1),
    slower: () => pace(speeds.indexOf(speed) - 1),
    language: () => { lang = languages[(languages.indexOf(lang) + 1) % languages.length]; show(); },
    fullscreen: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    },
    blank: () => root.classList.toggle("blank"),
    help: () => { halt(); show(); card(); },
    print: () => print(),
  };

  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => deeds[button.dataset.do]());
  }
  by("speed").addEventListener("click", () => pace((speeds.indexOf(speed) + 1) % speeds.length));
  by("scrub").addEventListener("input", () => go(Number(by("scrub").value)));
  by("close").addEventListener("click", () => by("card").close());
  for (const one of languages) {
    one.querySelectorAll(".step").forEach((asked, place) => {
      if (!asked.querySelector(".ask")) return;
      asked.classList.add("asking");
      asked.querySelector("details").addEventListener("toggle", () => reveal(place + 1, -1));
      asked.querySelectorAll(".ask button").forEach((button, option) => {
        button.addEventListener("click", () => reveal(place + 1, option));
      });
    });
  }

  addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.ctrlKey || by("card").open) return;
    if (root.classList.contains("blank") && event.key === "Escape") return deeds.blank();
    if (event.key === " " && event.target.closest && event.target.closest("button, a, summary")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const options = document.querySelectorAll(".step.on.asking .ask button");
    const name = keys[key];
    if (options.length >= Number(key) && Number(key) > 0) options[Number(key) - 1].click();
    else if (name) deeds[name]();
    else return;
    event.preventDefault();
  });

  const follow = () => {
    const asked = /^#(?:(.+)-)?(\d+)$/.exec(location.hash);
    if (!asked) return;
    lang = languages.find((one) => one.lang === asked[1]) || lang;
    step = Math.min(count, Math.max(1, Number(asked[2])));
  };
  addEventListener("hashchange", () => { halt(); follow(); show(); });
  lang = navigator.languages.map(inLanguage).find(Boolean) || lang;
  follow();
  by("scrub").max = count;
  root.classList.add("playable");
  show();
}
