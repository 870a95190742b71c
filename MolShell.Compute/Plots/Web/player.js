"use strict";
// Steps through the frames of a page: buttons, slider, speed, space and arrow keys. `show(k)` draws frame k.
function startPlayer(count, show) {
  const id = name => document.getElementById(name);
  const slider = id("frame"), play = id("play"), speed = id("speed"), loop = id("loop");
  let current = 0, playing = false, due = 0;
  slider.max = count - 1;

  function go(k) {
    current = Math.min(Math.max(k, 0), count - 1);
    slider.value = current;
    show(current);
  }

  function setPlaying(on) {
    playing = on && count > 1;
    play.textContent = playing ? "❚❚" : "▶";
    play.setAttribute("aria-label", playing ? "pause" : "play");
    if (playing) {
      if (current === count - 1) go(0);
      due = performance.now();
      requestAnimationFrame(tick);
    }
  }

  // Frames that a slow machine cannot draw in time are left out, so that the speed holds.
  function tick(now) {
    if (!playing) return;
    const step = Math.floor((now - due) * Number(speed.value) / 1000);
    if (step > 0) {
      due += step * 1000 / Number(speed.value);
      const next = current + step;
      if (next < count) go(next);
      else if (loop.checked) go(next % count);
      else { go(count - 1); setPlaying(false); return; }
    }
    requestAnimationFrame(tick);
  }

  play.onclick = () => setPlaying(!playing);
  id("first").onclick = () => { setPlaying(false); go(0); };
  id("back").onclick = () => { setPlaying(false); go(current - 1); };
  id("next").onclick = () => { setPlaying(false); go(current + 1); };
  slider.oninput = () => { setPlaying(false); go(Number(slider.value)); };
  document.addEventListener("keydown", event => {
    if (event.target.tagName === "SELECT" || event.target.tagName === "BUTTON" && event.key === " ") return;
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move && event.target !== slider) { setPlaying(false); go(current + move); event.preventDefault(); }
    if (event.key === " ") { setPlaying(!playing); event.preventDefault(); }
  });
  go(0);
  document.body.dataset.ready = "true";
}

function showStatus(k, count, frame, units) {
  const number = x => Number(x.toPrecision(6)).toString().replace("-", "−");
  const unit = u => u ? " " + u : "";
  let text = `frame ${k + 1} of ${count} · step ${frame.step} · t = ${number(frame.time)}${unit(units.time)}`;
  if (frame.energy !== null) text += ` · U = ${number(frame.energy)}${unit(units.energy)}`;
  document.getElementById("status").textContent = text;
}

window.addEventListener("error", event => {
  const place = document.getElementById("error");
  place.hidden = false;
  place.textContent = `This page could not be drawn: ${event.message}`;
  document.body.dataset.error = event.message;
});
