// Small helps on top of pages that work without them. Nothing here decides anything: the server does.
(() => {
  'use strict';

  // A form that came back with faults: the summary takes the focus, so that it is read first.
  document.querySelector('.mc-sum[role="alert"]')?.focus();

  // Who else has the dossier open: asked now and then while the page is looked at.
  const beside = document.querySelector('[data-beside]');
  if (beside) {
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(beside.dataset.beside, { headers: { Accept: 'application/json' } });
        if (!answer.ok || answer.redirected) return;
        const lines = (await answer.json()).map((words) => {
          const line = document.createElement('p');
          line.textContent = words;
          return line;
        });
        if (lines.map((line) => line.textContent).join() === [...beside.children].map((line) => line.textContent).join()) return;
        beside.replaceChildren(...lines);
        const note = beside.closest('.mc-note');
        note.hidden = !note.querySelector('p');
      } catch {
        // Without the network the page stays as it was drawn.
      }
    };
    ask();
    setInterval(ask, 60_000);
    document.addEventListener('visibilitychange', ask);
  }

  // Communes are offered while one types, never while an input method is still composing.
  for (const input of document.querySelectorAll('input[id$="-commune"]')) {
    const province = document.getElementById(input.id.replace(/-commune$/, '-province'));
    const offers = document.createElement('datalist');
    offers.id = `${input.id}-offers`;
    input.after(offers);
    input.setAttribute('list', offers.id);
    let waiting = 0;
    let asked = '';
    const ask = async () => {
      const words = input.value.trim();
      const query = `/units/communes?province=${encodeURIComponent(province?.value ?? '')}&q=${encodeURIComponent(words)}`;
      if (words.length < 2 || query === asked) return;
      asked = query;
      try {
        const answer = await fetch(query, { headers: { Accept: 'application/json' } });
        if (!answer.ok || query !== asked) return;
        offers.replaceChildren(
          ...(await answer.json()).map((unit) => {
            const option = document.createElement('option');
            option.value = unit.name;
            if (unit.former) option.label = `${unit.name} (${unit.former})`;
            return option;
          }),
        );
      } catch {
        // Without the network the typed name is resolved by the server when the page is sent.
      }
    };
    input.addEventListener('input', (event) => {
      if (event.isComposing) return;
      clearTimeout(waiting);
      waiting = setTimeout(ask, 200);
    });
    input.addEventListener('compositionend', ask);
  }

  // Pictures are shrunk on the phone before they are sent: 2,400 pixels are enough to read a paper.
  const LONGEST = 2400;
  const shrink = async (file) => {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 1_000_000) return file;
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (!smaller || smaller.size >= file.size) return file;
    return new File([smaller], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  };
  window.mcShrink = shrink;
  for (const input of document.querySelectorAll('form:not([data-photos]) input[type="file"][accept*="image"]')) {
    input.addEventListener('change', async () => {
      const sent = new DataTransfer();
      for (const file of input.files) {
        try {
          sent.items.add(await shrink(file));
        } catch {
          sent.items.add(file);
        }
      }
      input.files = sent.files;
    });
  }
})();
