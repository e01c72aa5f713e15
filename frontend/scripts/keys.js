// The officers' pages: papers beside their marks, and all the rest by keyboard. Links and buttons do it too; single letters can be turned off.
(() => {
  'use strict';
  const OFF = 'keysOff';
  const LIST = 'workList';
  const help = document.getElementById('keys-help');
  const kept = (store, name) => {
    try {
      return store.getItem(name);
    } catch {
      return null;
    }
  };
  const keep = (store, name, value) => {
    try {
      store.setItem(name, value);
    } catch {
      // Without storage everything works but the memory.
    }
  };

  // The list of shortcuts: a button at the end of each page, or the question mark.
  const opener = document.querySelector('[data-keys-open]');
  const wanted = help?.querySelector('[data-keys-wanted]');
  const show = () => {
    if (help && !help.open) help.showModal();
  };
  if (opener && help) {
    opener.hidden = false;
    opener.addEventListener('click', show);
    wanted.checked = !kept(localStorage, OFF);
    wanted.addEventListener('change', () => keep(localStorage, OFF, wanted.checked ? '' : 'yes'));
  }

  // The list of work: J and K go down and up, X chooses, Enter opens.
  const boxes = [...document.querySelectorAll('.mc-work .mc-sel input')];
  const opens = (box) => box.closest('tr').querySelector('a');
  let at = -1;
  document.getElementById('keys')?.toggleAttribute('hidden', boxes.length === 0);
  if (boxes.length > 0) {
    const back = location.pathname + location.search;
    // A dossier with several pieces of work stands in the list more than once.
    const all = [...new Set(boxes.map((box) => new URL(opens(box).href).pathname))];
    keep(sessionStorage, LIST, JSON.stringify({ back, all }));
    boxes.forEach((box, i) => box.addEventListener('focus', () => (at = i)));
  }

  // A dossier that was opened from the list: the one before and the one after.
  const around = document.querySelector('[data-around]');
  const list = JSON.parse(kept(sessionStorage, LIST) ?? 'null');
  const here = list?.all.indexOf(location.pathname) ?? -1;
  if (around && here >= 0) {
    const link = (name, to) => {
      const a = around.querySelector(`[data-${name}]`);
      if (to) a.href = to;
      a.hidden = !to;
    };
    link('before', list.all[here - 1]);
    link('after', list.all[here + 1]);
    around.querySelector('[data-place]').textContent = `${here + 1}/${list.all.length}`;
    around.hidden = false;
  }

  // A picture is shown in full width, a PDF in its frame; what was typed beside it stays.
  const paper = document.querySelector('[data-paper]');
  for (const link of paper ? document.querySelectorAll('a[target="paper"]') : []) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const shown = document.createElement(link.dataset.picture ? 'img' : 'iframe');
      shown.className = 'mc-paper';
      shown.src = link.href;
      if (link.dataset.picture) shown.alt = link.textContent;
      else Object.assign(shown, { name: 'paper', title: paper.dataset.paper });
      paper.replaceChildren(shown);
      paper.scrollIntoView({ block: 'nearest' });
    });
  }

  const go = (target) => {
    if (!target || target.hidden) return false;
    target.click();
    return true;
  };
  const focus = (target) => {
    if (!target) return false;
    if (!target.matches('a, button, input, select, textarea, summary')) target.tabIndex = -1;
    target.scrollIntoView({ block: 'start' });
    target.focus({ preventScroll: true });
    return true;
  };
  const row = (step) => {
    if (boxes.length === 0) return false;
    at = Math.min(boxes.length - 1, Math.max(0, at + step));
    boxes[at].focus();
    return true;
  };
  const choice = (number) =>
    go([...document.querySelectorAll('section[aria-labelledby="choices"] .mc-list a')][number - 1]);
  const part = (name) => focus(document.getElementById(name));
  const pages = { w: '/desk', f: '/desk/search', c: '/desk/counter', l: '/desk/late' };
  const acts = {
    '?': () => (show(), true),
    '/': () => focus(document.getElementById('q')),
    j: () => row(1),
    k: () => row(-1),
    x: () => go(boxes[at]),
    enter: () => at >= 0 && document.activeElement === boxes[at] && go(opens(boxes[at])),
    '[': () => go(around?.querySelector('[data-before]')),
    ']': () => go(around?.querySelector('[data-after]')),
    a: () => focus(document.querySelector('section[aria-labelledby="choices"] .mc-list a')),
    d: () => part('answers'),
    p: () => part('papers'),
    m: () => part('talk'),
    n: () => part('notes'),
  };
  let going = 0;
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest('main form');
      // Where a form offers a choice, or an act that cannot be taken back, a hand presses it.
      const buttons = form ? [...form.elements].filter((one) => one.type === 'submit') : [];
      const [button] = buttons;
      if (buttons.length === 1 && !button.matches('.mc-btn-d') && event.target.matches('input, textarea, select')) {
        event.preventDefault();
        form.requestSubmit(button);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || help?.open || kept(localStorage, OFF)) return;
    if (event.target.closest('input:not([type="checkbox"]):not([type="radio"]), select, textarea')) return;
    const key = event.key.toLowerCase();
    const leads = Date.now() - going < 1500;
    going = 0;
    if (leads && pages[key] && document.querySelector(`.mc-nav a[href="/desk"]`)) {
      event.preventDefault();
      location.assign(pages[key]);
    } else if (key === 'g') going = Date.now();
    else if (/^[1-9]$/.test(key) ? choice(Number(key)) : acts[key]?.()) event.preventDefault();
  });
})();
