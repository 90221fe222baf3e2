// What the pages of plenary do beyond what they are without a script: light or dark by choice, notes beside the text,
// a line on whom or what a link leads to. Stands in the head, so that a page is not first shown in the other light.
(() => {
  'use strict';
  const root = document.documentElement;
  const key = 'look';

  // A browser that keeps nothing for this site shows what the system asks for.
  const kept = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (look) => { try { look ? localStorage.setItem(key, look) : localStorage.removeItem(key); } catch { /* Then for this page alone. */ } };
  const system = matchMedia('(prefers-color-scheme: dark)');
  if (kept()) root.dataset.look = kept();
  // What needs a script and a server is there from the first moment, or not at all.
  if (location.protocol !== 'file:') root.dataset.script = '';

  function looks() {
    const button = document.querySelector('.look');
    if (!button || !CSS.supports('color', 'light-dark(#000, #fff)')) return;
    const isDark = () => (root.dataset.look ? root.dataset.look === 'dark' : system.matches);
    const show = () => button.setAttribute('aria-pressed', isDark());
    button.addEventListener('click', () => {
      const look = isDark() ? 'light' : 'dark';
      const asSystem = (look === 'dark') === system.matches;
      if (asSystem) delete root.dataset.look; else root.dataset.look = look;
      keep(asSystem ? null : look);
      show();
    });
    system.addEventListener('change', show);
    show();
    button.hidden = false;
  }

  // Footnotes stand beside their marks where there is room: the same elements, placed otherwise.
  function notes() {
    const list = document.querySelector('.reading .footnotes ol');
    const text = list?.closest('.numbered');
    if (!text) return;
    const place = () => {
      // The style sheet says whether there is room.
      const wide = getComputedStyle(text).getPropertyValue('--beside') === '1';
      text.classList.toggle('beside', wide);
      let free = 0;
      for (const note of list.children) {
        const mark = document.getElementById(note.id.replace('fn-', 'fnref-'));
        note.style.insetBlockStart = '';
        if (!wide || !mark) continue;
        const at = Math.max(free, mark.getBoundingClientRect().top - text.getBoundingClientRect().top - 4);
        note.style.insetBlockStart = `${at}px`;
        free = at + note.offsetHeight + 12;
      }
      // The last of them may end below the text.
      text.style.minBlockSize = wide ? `${free}px` : '';
    };
    new ResizeObserver(place).observe(text);
    addEventListener('beforeprint', place);
    matchMedia('print').addEventListener('change', place);
    place();
  }

  // Cards: what a page says of itself in its head. Fetched when a reader rests on a link to it, and once.
  const known = new Map();
  async function about(href) {
    if (!known.has(href)) {
      known.set(href, fetch(href).then(async (answer) => {
        if (!answer.ok) return null;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const line = page.querySelector('meta[name="description"]')?.content;
        const name = page.querySelector('h1')?.textContent.trim();
        return line && name ? { name, line, dir: page.documentElement.dir, lang: page.documentElement.lang } : null;
      }).catch(() => null));
    }
    return known.get(href);
  }

  function cards() {
    const links = '.prose a.m, .said :is(.who, .on, .for) a';
    let card, owner, timer, touched;
    const hide = () => {
      clearTimeout(timer);
      owner?.removeAttribute('aria-describedby');
      card?.remove();
      card = owner = undefined;
    };
    const show = async (link, open) => {
      hide();
      owner = link;
      const told = await about(link.href.split('#')[0]);
      if (!told || owner !== link || !link.isConnected) return;
      card = Object.assign(document.createElement('div'), { className: 'hover', id: 'hover', lang: told.lang, dir: told.dir });
      card.role = open ? 'dialog' : 'tooltip';
      const name = Object.assign(document.createElement(open ? 'a' : 'strong'), { textContent: told.name });
      if (open) name.href = link.href;
      card.ariaLabel = told.name;
      card.append(name, Object.assign(document.createElement('p'), { textContent: told.line }));
      document.querySelector('main').append(card);
      link.setAttribute('aria-describedby', 'hover');
      const at = link.getClientRects()[0];
      const from = card.offsetParent.getBoundingClientRect();
      const left = Math.min(at.left, root.clientWidth - card.offsetWidth - 8);
      const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
      card.style.left = `${Math.max(8, left) - from.left}px`;
      card.style.top = `${(below ? at.bottom + 6 : at.top - card.offsetHeight - 6) - from.top}px`;
      card.addEventListener('pointerleave', soon);
      card.addEventListener('pointerenter', () => clearTimeout(timer));
    };
    const soon = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };
    document.addEventListener('pointerover', (event) => {
      const link = event.pointerType === 'mouse' && event.target.closest?.(links);
      if (!link) return;
      clearTimeout(timer);
      if (link !== owner) timer = setTimeout(() => show(link), 350);
      link.addEventListener('pointerleave', soon, { once: true });
    });
    document.addEventListener('focusin', (event) => {
      if (event.target.matches?.(links) && event.target.matches(':focus-visible')) show(event.target);
      else if (card && !card.contains(event.target)) hide();
    });
    // A finger cannot rest on a link: the first touch tells, and the card has the link; the second touch follows it.
    document.addEventListener('pointerdown', (event) => { touched = event.pointerType === 'touch'; });
    document.addEventListener('click', (event) => {
      const link = event.target.closest?.(links);
      if (link && touched && link !== owner && location.protocol !== 'file:') {
        event.preventDefault();
        show(link, true).then(() => { if (!card) location.assign(link.href); });
      } else if (card && !card.contains(event.target)) hide();
    });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  }

  // The key / leads to search, and into its field. The search page has a switch against it.
  function slash() {
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest?.('input, select, textarea, [contenteditable]')) return;
      try { if (localStorage.getItem('slash') === 'off') return; } catch { /* Then it leads there. */ }
      const field = document.querySelector('form.search:not([hidden]) [name=q]');
      const way = document.querySelector('a.find');
      if (!field && !way) return;
      event.preventDefault();
      if (field) field.select(); else location.assign(way.href);
    });
  }

  document.addEventListener('DOMContentLoaded', () => { looks(); notes(); cards(); slash(); });
})();
