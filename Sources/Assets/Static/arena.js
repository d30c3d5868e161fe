// Blind Arena: what a page gains when scripts run. Every page works without this file.
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const battle = byId("battle");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isTouch = matchMedia("(hover: none) and (pointer: coarse)").matches;

  // One announcer: a message every three seconds at most, the newest replaces one still waiting.
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

  // Drafts stay in this tab until they are sent.
  const memory = (work) => {
    try {
      return work(sessionStorage);
    } catch {
      return null;
    }
  };

  const compose = (form) => {
    const field = form.elements.prompt;
    const key = "draft:" + form.dataset.draft;
    if (!field.value) field.value = memory((store) => store.getItem(key)) ?? "";
    field.addEventListener("input", () => memory((store) => store.setItem(key, field.value)));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) {
        return;
      }
      if (isTouch && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      form.requestSubmit();
    });
  };

  const forgetSentDrafts = () => {
    const kept = [...document.querySelectorAll("form[data-draft]")]
      .map((form) => "draft:" + form.dataset.draft);
    memory((store) => {
      for (const key of Object.keys(store)) {
        if (key.startsWith("draft:") && !kept.includes(key)) store.removeItem(key);
      }
    });
  };

  const isWriting = () => Boolean(battle?.dataset.stream);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (isWriting() && battle.contains(form)) {
      event.preventDefault();
      sayNow("Wait until both answers are complete.");
    } else if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = "1";
    }
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  // The answers, written as text and never as markup.
  const cardOf = (side) => {
    const section = byId("answer-" + side);
    const text = section.querySelector(".text");
    const note = section.querySelector(".note");
    let late = "";
    let timer = 0;
    const show = () => {
      timer = 0;
      if (!text.firstChild) text.append("");
      text.firstChild.appendData(late);
      late = "";
    };
    return {
      append(piece) {
        late += piece;
        if (!isCalm) show();
        else timer ||= setTimeout(show, 500);
      },
      clear() {
        late = "";
        text.textContent = "";
      },
      stand(state) {
        if (late) show();
        const isDone = state !== "writing";
        section.setAttribute("aria-busy", String(!isDone));
        section.querySelector(".state").textContent = isDone ? "" : "writing…";
        note.hidden = state !== "failed";
        note.textContent = text.textContent ? note.dataset.broken : note.dataset.missing;
        section.querySelector(".copy").hidden = state !== "complete";
      },
      words: () => text.textContent.trim().split(/\s+/).filter(Boolean).length,
    };
  };

  const setOpen = (isOpen) => {
    for (const button of document.querySelectorAll(".votebar button, .follow button")) {
      button.disabled = !isOpen;
    }
    for (const part of document.querySelectorAll(".question .waiting")) part.hidden = isOpen;
    for (const part of document.querySelectorAll(".question .open")) part.hidden = !isOpen;
  };

  const follow = (address) => {
    const cards = { a: cardOf("a"), b: cardOf("b") };
    const lost = byId("lost");
    const source = new EventSource(address);
    const on = (name, act) =>
      source.addEventListener(name, (event) => act(JSON.parse(event.data)));
    setOpen(false);
    say("Both answers are being written.");
    on("turn", () => Object.values(cards).forEach((card) => card.clear()));
    on("delta", ({ s, t }) => cards[s].append(t));
    on("state", ({ s, state }) => cards[s].stand(state));
    on("notice", ({ code }) => code === "slow" && say("Still waiting."));
    on("end", ({ votable }) => {
      source.close();
      delete battle.dataset.stream;
      lost.hidden = true;
      if (!votable) {
        byId("ending").hidden = false;
        byId("votebar").hidden = true;
        sayNow("There is nothing to vote on: not both answers arrived.");
        return;
      }
      setOpen(true);
      const [a, b] = [cards.a.words(), cards.b.words()];
      say(`Both answers are complete: A ${a} words, B ${b} words. ` +
        "Four vote buttons follow, or press A, T, X or B.");
    });
    source.onopen = () => { lost.hidden = true; };
    source.onerror = () => {
      lost.hidden = false;
      say("Connection lost. The answers go on being written on the server.");
    };
  };

  // Copying; the older way serves pages that are not on https.
  const copy = async (card) => {
    const text = card.querySelector(".text");
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      document.execCommand("copy");
      getSelection().removeAllRanges();
    }
    const button = card.querySelector(".copy");
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1500);
    sayNow(card.querySelector("h2, h3").textContent.trim() + " copied");
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
  const arm = (button, words) => {
    if (!button || button.disabled) return;
    disarm();
    const timer = setTimeout(() => {
      disarm();
      button.form.requestSubmit(button);
    }, 1000);
    armed = { button, timer };
    button.classList.add("arming");
    byId("hint").textContent = words + " Esc to take it back.";
    sayNow(words + " Escape takes it back.");
  };

  const outcomes = [
    ["a", "1", "a", "Voting for A."], ["t", "2", "tie", "Voting for a tie."],
    ["x", "3", "both_bad", "Voting for both bad."], ["b", "4", "b", "Voting for B."],
  ];

  const press = (key, target) => {
    const outcome = outcomes.find(([letter, digit]) => key === letter || key === digit);
    if (outcome) {
      arm(document.querySelector(`#vote button[value="${outcome[2]}"]`), outcome[3]);
      return Boolean(byId("vote"));
    }
    const card = target.closest?.(".card");
    switch (key) {
      case "s": arm(document.querySelector("#skip button"), "Skipping."); return true;
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
      if (disarm()) sayNow("The vote is taken back.");
      else if (typing && !typing.open) typing.blur();
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

  document.querySelectorAll("form[data-draft]").forEach(compose);
  if (battle) forgetSentDrafts();
  if (isWriting()) follow(battle.dataset.stream);
  else for (const button of document.querySelectorAll(".copy")) button.hidden = false;
})();
