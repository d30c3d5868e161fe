// Blind Arena: the work that a vote is asked for here, done while the answers are read. Without it
// a vote is taken all the same and weighs less.
"use strict";
(() => {
  const form = document.getElementById("vote");
  const field = form?.elements.work;
  if (!field || !globalThis.crypto?.subtle) return;
  const batch = 64;
  const encoder = new TextEncoder();

  const isDone = (bytes, bits) => {
    for (let bit = 0; bit < bits; bit++) {
      if (bytes[bit >> 3] & (128 >> (bit & 7))) return false;
    }
    return true;
  };

  const solve = async (challenge) => {
    const bits = parseInt(challenge, 10);
    let rested = performance.now();
    for (let first = 0; ; first += batch) {
      // Whoever reads and clicks comes first.
      if (performance.now() - rested > 30) {
        await new Promise((done) => setTimeout(done, 10));
        rested = performance.now();
      }
      const tries = Array.from({ length: batch }, (_, i) => challenge + "." + (first + i));
      const digests = await Promise.all(
        tries.map((text) => crypto.subtle.digest("SHA-256", encoder.encode(text))),
      );
      const found = digests.findIndex((digest) => isDone(new Uint8Array(digest), bits));
      if (found >= 0) return tries[found];
    }
  };

  const work = async (challenge) => {
    field.value = await solve(challenge);
    field.disabled = false;
  };
  let current = work(field.dataset.work).catch(() => {});

  // A challenge stands for ten minutes.
  const renew = async () => {
    const answer = await fetch(field.dataset.battle);
    const { work: challenge } = await answer.json();
    if (challenge) await work(challenge);
  };
  setInterval(() => { current = renew().catch(() => {}); }, 8 * 60 * 1000);

  // A vote that comes before the work is done waits for it, three seconds at most.
  let hasWaited = false;
  form.addEventListener("submit", (event) => {
    if (!field.disabled || hasWaited || event.defaultPrevented) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    hasWaited = true;
    Promise.race([current, new Promise((done) => setTimeout(done, 3000))])
      .then(() => form.requestSubmit(button));
  }, { capture: true });
})();
