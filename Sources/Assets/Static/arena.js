// Blind Arena: what a page gains when scripts run. Every page works without this file.
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector) => document.querySelectorAll(selector);
  const battle = byId("battle");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isTouch = matchMedia("(hover: none) and (pointer: coarse)").matches;

  // What is said stands on the page, in its language; {…} is filled in.
  const words = (key, parts = {}) =>
    (byId("say").dataset[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");

  // One announcer: a message every three seconds at most, the newest wins.
  let spokenAt = -3000;
  let speech = 0;
  const sayNow = (text) => {
    clearTimeout(speech);
    byId("say").textContent = text;
    spokenAt = performance.now();
  };
  const say = (text) => {
    clearTimeout(speech);
    speech = setTimeout(sayNow, Math.max(0, spokenAt + 3000 - performance.now()), text);
  };

  // Drafts stay in this tab until sent.
  const memory = (work) => {
    try { return work(sessionStorage); } catch { return null; }
  };

  const compose = (form) => {
    const field = form.elements.prompt;
    const key = "draft:" + form.dataset.draft;
    if (!field.value) field.value = memory((store) => store.getItem(key)) ?? "";
    field.addEventListener("input", () => memory((store) => store.setItem(key, field.value)));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      if (event.isComposing || event.keyCode === 229) return;
      if (isTouch && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      form.requestSubmit();
    });
  };

  const forgetSentDrafts = () => {
    const kept = [...all("form[data-draft]")].map((form) => "draft:" + form.dataset.draft);
    memory((store) => {
      for (const key of Object.keys(store)) {
        if (key.startsWith("draft:") && !kept.includes(key)) store.removeItem(key);
      }
    });
  };

  const isWriting = () => Boolean(battle?.dataset.stream);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (isWriting() && form.closest("#votebar, .follow")) {
      event.preventDefault();
      sayNow(words("wait"));
    } else if (isWriting() && form.closest("#writing")) {
      // Stopping and hurrying change what the stream brings; the page stays.
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form));
      fetch(form.action, { method: "POST", body, redirect: "manual" });
      form.hidden = true;
      if (form.id === "stop") sayNow(words("stopped"));
    } else if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = "1";
    }
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  // An answer: closed blocks are markup from the server; what is open is text.
  const cardOf = (side) => {
    const section = byId("answer-" + side);
    const box = section.querySelector(".text");
    const note = section.querySelector(".note");
    const state = section.querySelector(".state");
    let open = document.createElement("div");
    open.className = "open";
    open.append("");
    box.replaceChildren(open);
    let late = [];
    let timer = 0;
    const place = (markup) => {
      const list = open.previousElementSibling;
      const isItem = markup.startsWith("<li") && list;
      if (isItem) list.insertAdjacentHTML("beforeend", markup);
      else open.insertAdjacentHTML("beforebegin", markup);
    };
    const show = () => {
      timer = 0;
      for (const { t = "", b } of late) {
        const text = open.firstChild;
        let old = text.length;
        text.appendData(t);
        for (const [units, markup] of b ?? []) {
          text.deleteData(0, units);
          place(markup);
          old -= units;
        }
        // New text, new element: none moved.
        if (b && old <= 0) open.replaceWith(open = open.cloneNode(true));
      }
      late = [];
    };
    return {
      append(piece) {
        late.push(piece);
        if (!isCalm) show();
        else timer ||= setTimeout(show, 500);
      },
      clear() {
        late = [];
        open.firstChild.data = "";
        box.replaceChildren(open);
      },
      stand(piece) {
        late.push(piece);
        show();
        const isDone = piece.state !== "writing";
        section.setAttribute("aria-busy", String(!isDone));
        state.textContent = isDone ? "" : state.dataset.writing;
        const end = piece.state === "failed" ? (box.textContent ? "broken" : "missing")
          : isDone && byId("stop").hidden ? "stopped" : "";
        note.hidden = !end;
        note.textContent = note.dataset[end] ?? "";
        note.dataset.end = end;
        section.querySelector(".copy").hidden = piece.state !== "complete";
      },
      words: () => box.textContent.trim().split(/\s+/).filter(Boolean).length,
    };
  };

  // For whoever asked: both answers by sentence, all of A first.
  const readOut = (side) => {
    const text = byId("answer-" + side).querySelector(".text").innerText;
    for (const part of text.match(/[^.!?\n]+[.!?]*/g) ?? []) {
      byId("aloud")?.appendChild(document.createElement("p")).append(part);
    }
  };

  const setOpen = (isOpen) => {
    for (const button of all(".votebar button, .follow button")) button.disabled = !isOpen;
    for (const part of all(".question .waiting")) part.hidden = isOpen;
    for (const part of all(".question .open")) part.hidden = !isOpen;
  };

  // Nothing for ten seconds: say so; for thirty: offer what there is.
  const patience = () => {
    let timers = [];
    const hide = () => {
      timers.forEach(clearTimeout);
      byId("slow").hidden = true;
    };
    return {
      hide,
      wait() {
        hide();
        timers = [
          setTimeout(() => {
            byId("slow").hidden = false;
            say(words("slow"));
          }, 10000),
          setTimeout(() => { byId("now").hidden = false; }, 30000),
        ];
      },
    };
  };

  // The server has gone: load once it is back.
  const comeBack = () => setTimeout(() => fetch("/readyz").then(
    ({ ok }) => (ok ? location.reload() : comeBack()), comeBack), 2000);

  const follow = (address) => {
    let isCut = false;
    const cards = { a: cardOf("a"), b: cardOf("b") };
    const lost = byId("lost");
    const source = new EventSource(address);
    const slow = patience();
    const on = (name, act) =>
      source.addEventListener(name, (event) => act(JSON.parse(event.data)));
    setOpen(false);
    look();
    slow.wait();
    say(words("writing"));
    on("turn", () => Object.values(cards).forEach((card) => card.clear()));
    on("delta", (piece) => {
      cards[piece.s].append(piece);
      slow.wait();
    });
    on("state", (piece) => cards[piece.s].stand(piece));
    on("interrupted", () => { isCut = true; });
    on("end", ({ votable }) => {
      source.close();
      slow.hide();
      delete battle.dataset.stream;
      lost.hidden = !isCut;
      byId("writing").hidden = true;
      const isBroken = document.querySelector(
        ".pair:last-of-type .note:is([data-end=broken], [data-end=missing])");
      byId("ending").hidden = !isBroken || isCut;
      if (!votable) {
        byId("votebar").hidden = true;
        for (const form of all(".follow")) form.hidden = true;
        sayNow(words(isCut ? "cut" : "ended"));
        if (isCut) {
          lost.firstChild.data = words("cut") + " ";
          comeBack();
        }
        return;
      }
      setOpen(true);
      ["a", "b"].forEach(readOut);
      say(words("complete", { a: cards.a.words(), b: cards.b.words() }) + " " + words("vote"));
    });
    source.onopen = () => { lost.hidden = true; };
    source.onerror = () => {
      lost.hidden = false;
      say(words("lost"));
      if (source.readyState === EventSource.CLOSED) comeBack();
    };
  };

  // Whether each answer was half on the screen, or half of it, for a second.
  const look = () => {
    const form = byId("vote");
    if (!form) return;
    for (const side of ["a", "b"]) {
      const field = form.elements["seen-" + side];
      const tell = (value) => {
        field.disabled = false;
        field.value = value;
      };
      let timer = 0;
      const late = setTimeout(tell, 2000, "0");
      const watcher = new IntersectionObserver(([entry]) => {
        clearTimeout(timer);
        const { height } = entry.intersectionRect;
        if (entry.intersectionRatio < 0.5 && height < innerHeight / 2) return;
        timer = setTimeout(() => {
          clearTimeout(late);
          tell("1");
          watcher.disconnect();
        }, 1000);
      }, { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] });
      watcher.observe(byId("answer-" + side));
    }
  };

  // The older way serves pages without https.
  const copy = async (card) => {
    const text = card.querySelector(".text");
    try {
      await navigator.clipboard.writeText(text.innerText);
    } catch {
      getSelection().selectAllChildren(text);
      document.execCommand("copy");
      getSelection().removeAllRanges();
    }
    const button = card.querySelector(".copy");
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1500);
    sayNow(words("copied", { name: card.querySelector("h2, h3").textContent.trim() }));
  };

  // A vote by key can be taken back for one second.
  let armed = null;
  const disarm = () => {
    if (!armed) return false;
    clearTimeout(armed.timer);
    armed.button.classList.remove("arming");
    byId("hint").textContent = "";
    armed = null;
    return true;
  };
  const arm = (button, key) => {
    if (!button || button.disabled) return;
    disarm();
    const timer = setTimeout(() => {
      disarm();
      button.form.requestSubmit(button);
    }, 1000);
    armed = { button, timer };
    button.classList.add("arming");
    const told = words(key) + " " + words("undo");
    byId("hint").textContent = told;
    sayNow(told);
  };

  const outcomes = [
    ["a", "1", "a", "forA"], ["t", "2", "tie", "forTie"],
    ["x", "3", "both_bad", "forNone"], ["b", "4", "b", "forB"],
  ];

  const press = (key, target) => {
    const outcome = outcomes.find(([letter, digit]) => key === letter || key === digit);
    if (outcome) {
      arm(document.querySelector(`#vote button[value="${outcome[2]}"]`), outcome[3]);
      return Boolean(byId("vote"));
    }
    const card = target.closest?.(".card");
    switch (key) {
      case "s": arm(document.querySelector("#skip button"), "skipping"); return true;
      case "r": if (!isWriting()) byId("retry")?.requestSubmit(); return true;
      case "n": byId("again")?.click(); return true;
      case "c": if (card) copy(card); return Boolean(card);
      case "/": byId("prompt")?.focus(); return Boolean(byId("prompt"));
      case "[": byId("answer-a-h")?.focus(); return true;
      case "]": byId("answer-b-h")?.focus(); return true;
      case "?": byId("keys").showModal(); return true;
      default: return false;
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const typing = event.target.closest?.("input, textarea, select, dialog");
    if (event.key === "Escape") {
      if (disarm()) sayNow(words("back"));
      else if (typing && !typing.open) typing.blur();
      else if (isWriting() && !typing) byId("stop").requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing || root.dataset.keys === "off") return;
    if (press(event.key.toLowerCase(), event.target)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(button.closest(".card"));
  });

  all("form[data-draft]").forEach(compose);
  if (battle) forgetSentDrafts();
  if (isWriting()) {
    follow(battle.dataset.stream);
  } else {
    for (const button of all(".copy")) button.hidden = false;
    look();
  }
})();
