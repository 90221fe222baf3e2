// What the preview adds to a page in the author's browser: it loads a page again when that page is another, exchanges
// style sheets, lays findings over the last good page, and leads from a paragraph to its line in the author's files.
// Whatever comes from the site's texts is set as text and never as markup.
(() => {
  'use strict';
  const own = '/.rapporteur/';
  const mark = document.currentScript.dataset.mark;
  const kept = 'rapporteur-preview';
  let editor = null;
  let root = '';

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== null));
    return made;
  };

  // ---- Where the reader was, kept while the page is loaded again.

  const store = (name, value) => {
    try {
      sessionStorage.setItem(kept + name, JSON.stringify(value));
    } catch { /* A browser that keeps nothing begins at the top. */ }
  };
  const stored = (name) => {
    try {
      return JSON.parse(sessionStorage.getItem(kept + name));
    } catch {
      return null;
    }
  };

  // The way to an element: its id, or its places among its siblings below something with an id.
  const wayTo = (node) => {
    const way = [];
    for (; node && node !== document.body && node.parentElement; node = node.parentElement) {
      if (node.id) return { id: node.id, way };
      way.unshift([...node.parentElement.children].indexOf(node));
    }
    return { id: null, way };
  };
  const atWay = ({ id, way }) => way.reduce((node, at) => node?.children[at], id ? document.getElementById(id) : document.body);

  const again = () => {
    const active = document.activeElement;
    const focus = active && active !== document.body && active !== host ? wayTo(active) : null;
    store('-place', { path: location.pathname, x: scrollX, y: scrollY, focus });
    location.reload();
  };
  const back = () => {
    const { path, x, y, focus } = stored('-place') ?? {};
    store('-place', null);
    if (path !== location.pathname) return;
    if (focus) atWay(focus)?.focus({ preventScroll: true });
    const scroll = () => scrollTo({ left: x, top: y, behavior: 'instant' });
    scroll();
    // Pictures that have come meanwhile have moved what stands below them.
    if (document.readyState !== 'complete') addEventListener('load', scroll, { once: true });
  };

  // ---- Style sheets, each exchanged when the new one is there.

  const nameOf = (href) => new URL(href, location.href).pathname.replace(/\.[0-9a-f]{16}(?=\.css$)/, '');
  const restyle = (names) => {
    for (const name of names) {
      const isOf = (link) => nameOf(link.href) === nameOf(name) && !link.dataset.leaving;
      const old = [...document.querySelectorAll('link[rel~="stylesheet"]')].find(isOf);
      if (!old || new URL(old.href).pathname === new URL(name, location.href).pathname) continue;
      const fresh = old.cloneNode();
      fresh.href = name;
      old.dataset.leaving = 'true';
      const done = () => old.remove();
      fresh.addEventListener('load', done);
      fresh.addEventListener('error', done);
      old.after(fresh);
    }
  };

  // ---- Findings. They stand in a tree of their own, which no theme's style reaches.

  const host = element('div', { id: 'rapporteur-preview' });
  const shade = host.attachShadow({ mode: 'open' });
  shade.append(element('link', { rel: 'stylesheet', href: `${own}preview.css` }));
  const panel = element('section', { className: 'panel', tabIndex: -1, hidden: true });
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-labelledby', 'title');
  const badge = element('button', { className: 'badge', type: 'button', hidden: true });
  const voice = element('p', { className: 'voice' });
  voice.setAttribute('role', 'status');
  shade.append(panel, badge, voice);
  // The page as it was in the author's language says nothing of how this is read.
  host.lang = 'en';
  host.dir = 'ltr';

  let findings = { errors: 0, warnings: 0, first: [] };
  let before = null;

  const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const summary = () => {
    const { errors, warnings } = findings;
    return [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean).join(', ');
  };
  const address = (path, line, column = 1) => {
    const whole = `${root}/${path}`.split('/').map(encodeURIComponent).join('/');
    return editor.replace('{path}', whole).replace('{line}', line).replace('{column}', column);
  };
  const placeOf = ({ path, line, column }) => {
    const words = `${path}:${line}:${column}`;
    if (editor) return element('a', { className: 'place', href: address(path, line, column), textContent: words });
    const copy = element('button', { className: 'copy', type: 'button', textContent: 'copy' });
    copy.setAttribute('aria-label', `copy ${words}`);
    copy.addEventListener('click', () => write(words));
    return element('span', {}, element('code', { className: 'place', textContent: words }), ' ', copy);
  };
  // Tells something to those who listen and, for a moment, to those who look.
  let quiet = 0;
  const attach = () => host.isConnected || document.body.append(host);
  const say = (words) => {
    attach();
    voice.textContent = words;
    voice.classList.add('seen');
    clearTimeout(quiet);
    quiet = setTimeout(() => voice.classList.remove('seen'), 3000);
  };
  const write = (words) => {
    // Where the browser lets nothing be copied, the words are at least there to be read.
    navigator.clipboard?.writeText(words).then(() => say(`copied ${words}`), () => say(words)) ?? say(words);
  };
  const itemOf = (finding) => {
    const { severity, code, message, help, snippet } = finding;
    return element('li', { className: severity },
      element('p', { className: 'message' }, element('strong', { textContent: `${severity}[${code}]` }), `: ${message}`),
      element('p', {}, placeOf(finding)),
      snippet ? element('pre', { textContent: snippet, tabIndex: 0 }) : null,
      help ? element('p', { className: 'help', textContent: `help: ${help}` }) : null);
  };

  const show = () => {
    const { errors, warnings, first } = findings;
    const title = element('h2', { id: 'title', textContent: summary() });
    const close = element('button', { className: 'close', type: 'button', textContent: 'Close (Esc)' });
    close.addEventListener('click', hide);
    const words = errors ? 'The page behind this is the last good one.' : 'The site is built in spite of these.';
    const left = errors + warnings - first.length;
    const had = panel.contains(shade.activeElement);
    panel.replaceChildren(element('div', { className: 'head' }, title, close), element('p', { textContent: words }),
      element('ol', {}, ...first.map(itemOf)), left > 0 ? element('p', { textContent: `and ${left} more` }) : '');
    if (panel.hidden) {
      before = document.activeElement;
      panel.hidden = false;
      panel.focus({ preventScroll: true });
    } else if (had) {
      panel.focus({ preventScroll: true });
    }
    badge.hidden = true;
  };
  const hide = () => {
    if (!panel.hidden) {
      // Closed once, the same mistakes do not cover the next page again.
      store('-closed', findings);
      const had = shade.activeElement;
      panel.hidden = true;
      if (had) before?.focus?.({ preventScroll: true });
    }
    const words = summary();
    badge.hidden = words === '';
    badge.className = findings.errors ? 'badge error' : 'badge';
    badge.textContent = words;
    badge.setAttribute('aria-label', `${words}: show`);
  };
  badge.addEventListener('click', show);

  const found = (fresh) => {
    const was = JSON.stringify(findings);
    const open = !panel.hidden;
    findings = fresh;
    if (findings.errors + findings.warnings > 0) attach();
    if (was === JSON.stringify(fresh)) return;
    const closed = JSON.stringify(stored('-closed')) === JSON.stringify(fresh);
    if ((findings.errors && !closed) || (open && findings.warnings)) show();
    else hide();
    voice.textContent = summary() || 'nothing is wrong';
  };

  // ---- From a paragraph to its line.

  let places = null;
  let pointed = null;
  const lines = () => {
    const ask = async () => {
      const answer = await fetch(`${own}places?page=${encodeURIComponent(location.pathname)}`);
      return answer.ok ? answer.json() : { path: null, places: [] };
    };
    places ??= ask().catch(() => ({ path: null, places: [] }));
    return places;
  };
  // An element of the page and its line, for the passage that `node` stands in.
  const passageOf = async (node) => {
    const { path, places } = await lines();
    const known = new Map(places);
    for (; path && node instanceof Element; node = node.parentElement) {
      if (known.has(node.id)) return { node, path, line: known.get(node.id) };
    }
    return null;
  };
  const follow = ({ path, line }) => {
    if (editor) location.href = address(path, line);
    else write(`${path}:${line}`);
  };
  const openLine = async () => {
    const focused = document.activeElement === document.body ? null : document.activeElement;
    const passage = (await passageOf(pointed)) ?? (await passageOf(focused));
    if (passage) follow(passage);
    else say('point at a paragraph of a report first');
  };
  const marks = async () => {
    const there = document.querySelectorAll('.rapporteur-place');
    if (there.length > 0) return there.forEach((mark) => mark.remove());
    if (!document.querySelector('.rapporteur-style')) {
      document.head.append(element('link', { rel: 'stylesheet', href: `${own}preview.css`, className: 'rapporteur-style' }));
    }
    const { path, places } = await lines();
    if (!path) say('this page is made of several files, or of none: only reports show their lines');
    for (const [anchor, line] of places) {
      const node = document.getElementById(anchor);
      if (!node) continue;
      const mark = element('button', { className: 'rapporteur-place', type: 'button', textContent: `${path}:${line}` });
      mark.addEventListener('click', () => follow({ path, line }));
      if (node.matches('table, ul, ol, dl, tr')) node.before(mark);
      else node.prepend(mark);
    }
  };
  document.addEventListener('pointerover', (event) => { pointed = event.target; });

  const isTyping = (node) => node instanceof Element && (node.isContentEditable || node.matches('input, textarea, select'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) {
      event.preventDefault();
      return hide();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return undefined;
    if (event.key === 's') marks();
    if (event.key === 'o') openLine();
    return undefined;
  });

  // ---- What the server says. A tab that nobody sees does not listen: browsers allow few connections, and it hears what it
  // has missed as soon as it is seen.

  let source = null;
  let waiting = 0;
  const listen = () => {
    clearTimeout(waiting);
    if (source || document.hidden) return;
    source = new EventSource(`${own}events?page=${encodeURIComponent(location.pathname)}&mark=${mark}`);
    const on = (name, then) => source.addEventListener(name, (event) => then(JSON.parse(event.data)));
    on('hello', (said) => {
      editor = said.editor;
      root = said.root;
    });
    on('findings', found);
    on('styles', restyle);
    on('page', again);
    source.addEventListener('error', () => {
      // A server that is only slow to return is asked again by the browser itself.
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      waiting = setTimeout(listen, 1000);
    });
  };
  const unlisten = () => {
    clearTimeout(waiting);
    source?.close();
    source = null;
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? unlisten() : listen()));
  addEventListener('pagehide', unlisten);
  addEventListener('pageshow', listen);
  back();
  listen();
})();
