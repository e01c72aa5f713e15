// The screen on the wall: the numbers change without the page blinking, with a sound where somebody turned it on.
(() => {
  'use strict';
  const main = document.querySelector('[data-screen]');
  const button = document.querySelector('[data-sound]');
  if (!main) return;
  let sound = null;
  button.hidden = false;
  button.addEventListener('click', () => {
    sound = sound ? null : new AudioContext();
    button.setAttribute('aria-pressed', String(Boolean(sound)));
  });
  const ring = () => {
    if (!sound) return;
    [660, 880].forEach((height, i) => {
      const tone = sound.createOscillator();
      const loudness = sound.createGain();
      tone.frequency.value = height;
      loudness.gain.value = 0.15;
      tone.connect(loudness).connect(sound.destination);
      tone.start(sound.currentTime + i * 0.3);
      tone.stop(sound.currentTime + i * 0.3 + 0.25);
    });
  };
  const first = () => main.querySelector('.mc-screen-now')?.textContent ?? '';
  const look = async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector('[data-screen]');
      const before = first();
      if (next && next.innerHTML !== main.innerHTML) main.innerHTML = next.innerHTML;
      if (first() && first() !== before) ring();
    } catch {
      // The network will be back; the numbers stay as they were.
    }
  };
  setInterval(look, 3000);
})();
