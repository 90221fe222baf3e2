// Search: finds reports by the files that lie beside the page. `render/search.rs` says how a file of words is read,
// `index/words.rs` how words are folded.
(() => {
  'use strict';
  const form = document.querySelector('form.search');
  if (!form) return;
  const field = form.q;
  const found = document.querySelector('.found');
  const list = document.querySelector('.results');
  const more = document.querySelector('.more');
  const words = form.dataset;
  // A file cannot ask for others; the page says so, as it does without a script.
  if (location.protocol === 'file:') return;
  form.hidden = false;

  // Words as the index has them.
  const INSIDE = /[\p{Alphabetic}\p{N}\p{M}\u00ad\u200c\u200d]+/gu;
  const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]|[^\p{Alphabetic}\p{N}\p{M}]/gu;
  const RUNS = /[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+|[^\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  const PAIRED = /^[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const JOINED = /^(?:(?:وال|بال|كال|فال|ال|لل)(?=..)|و(?=...))/u;
  // Of Chinese and Japanese, what is asked for needs the last character of several no more than its pair.
  function fold(token, asked) {
    const small = token.normalize('NFKD').replace(DROPPED, '').toLowerCase();
    const folded = small.replace(/ς/g, 'σ').replace(/ى/g, 'ي').replace(/ة/g, 'ه').normalize('NFC');
    return (folded.match(RUNS) || []).flatMap((run) => {
      if (!PAIRED.test(run)) return [[...run.replace(JOINED, '')].slice(0, 32).join('')];
      const letters = [...run];
      const pairs = letters.slice(1).map((letter, at) => letters[at] + letter);
      return asked && pairs.length ? pairs : [...pairs, letters.at(-1)];
    });
  }
  const wordsOf = (text, asked) => (text.match(INSIDE) || []).flatMap((token) => fold(token, asked));
  // A word that was asked for stands for all that begin so, a number or a single letter for itself.
  const isWhole = (asked) => /^\d+$/.test(asked) || asked.length < 2 && !PAIRED.test(asked);
  const meets = (word, asked) => word === asked || !isWhole(asked) && word.startsWith(asked);

  // Files, each fetched once.
  const files = new Map();
  const get = (name, read, cache) => {
    if (!files.has(name)) {
      files.set(name, fetch(new URL(name, new URL(words.index, location)), { cache }).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer[read]();
      }));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  };
  const index = () => get('index.json', 'json', 'no-cache');

  const read = new Map();
  // A file's words: which reports have each, as bytes that are read when they are asked for.
  async function file(name, stamp) {
    if (!read.has(name)) {
      const bytes = new Uint8Array(await get(`words/${name}.bin`, 'arrayBuffer'));
      if (new DataView(bytes.buffer).getUint32(0, true) !== stamp) throw new Error('stale');
      const all = [];
      let at = 4;
      const number = () => {
        let value = 0;
        for (let shift = 1; ; shift *= 128) {
          const byte = bytes[at++];
          value += (byte & 127) * shift;
          if (byte < 128) return value;
        }
      };
      const text = new TextDecoder();
      for (let word = new Uint8Array(0); at < bytes.length;) {
        const shared = word.subarray(0, number());
        const length = number();
        const next = new Uint8Array(shared.length + length);
        next.set(shared);
        next.set(bytes.subarray(at, at += length), shared.length);
        word = next;
        const end = number() + at;
        all.push({ word: text.decode(word), start: at, end });
        at = end;
      }
      // The reports of a word, by weight.
      const reports = (entry, take) => {
        at = entry.start;
        for (let weight = 0; at < entry.end; weight += 1) {
          const many = number();
          if (many & 1) {
            const first = number();
            for (let bit = 0; bit < (many - 1) * 4; bit += 1) {
              if (bytes[at + (bit >> 3)] >> (bit & 7) & 1) take(first + bit, weight);
            }
            at += (many - 1) / 2;
          } else {
            for (let left = many / 2, last = 0; left > 0; left -= 1) take(last += number(), weight);
          }
        }
      };
      read.set(name, { all, reports });
    }
    return read.get(name);
  }

  const WEIGHTS = [1, 1.6, 3];
  // How well each report fits a word: by how few have it, and how much it is about it.
  async function fits({ stamp, reports, cuts }, word, exactly = isWhole(word)) {
    let from = cuts.findLastIndex(([cut]) => cut <= word);
    const names = [];
    do names.push(cuts[from][1]); while (!exactly && names.length < 4 && cuts[++from]?.[0].startsWith(word));
    const fit = new Float32Array(reports);
    for (const { all, reports: of } of await Promise.all(names.map((name) => file(name, stamp)))) {
      for (const entry of all) {
        const same = entry.word === word;
        if (!same && (exactly || !entry.word.startsWith(word))) continue;
        const own = [];
        of(entry, (report, weight) => own.push(report, WEIGHTS[weight]));
        const rare = Math.log(1 + 2 * reports / own.length) * (same ? 1 : 0.6);
        for (let at = 0; at < own.length; at += 2) fit[own[at]] = Math.max(fit[own[at]], rare * own[at + 1]);
      }
    }
    return fit;
  }

  // Pages whose name this is, or begins so: `6(3)` is a clause with its first word left out.
  const names = async () => {
    const { instruments, delegations } = await get('names.json', 'json');
    if (!names.all) {
      const name = (where) => ([href, text, mark, others]) => ({ href, text, mark, where, forms: [text, ...others].map((form) => wordsOf(form, true)), others });
      names.all = instruments.flatMap(({ name: own, clauses }) => [name('')(own), ...clauses.map((clause) => {
        const named = name(own[1])(clause);
        const [first, ...rest] = named.forms[0];
        if (rest.some((word) => /\d/.test(word))) named.forms.push(rest);
        return { ...named, heading: clause[3][0] };
      })]).concat(delegations.map(name('')));
    }
    return names.all;
  };
  const doors = (all, asked) => {
    const rank = ({ forms }) => Math.min(...forms.map((form) => {
      if (!asked.every((word, at) => form[at] === word || form[at] !== undefined && meets(form[at], word))) return 9;
      return form.length === asked.length ? (asked.every((word, at) => form[at] === word) ? 0 : 1) : 2;
    }));
    const ranked = all.map((name) => ({ ...name, rank: rank(name) })).filter((name) => name.rank < 9);
    return ranked.sort((one, other) => one.rank - other.rank).slice(0, 4);
  };

  const days = async (from, until) => {
    const all = await get('days.json', 'json');
    const first = (day) => all.find(([date]) => date >= day)?.[1] ?? Infinity;
    const next = until && all.find(([date]) => date > until);
    return [from ? first(from) : 0, next ? next[1] : Infinity];
  };

  // The reports that fit, best first; of equals the newest.
  async function search(asked, chosen) {
    const known = await index();
    const at = chosen.from || chosen.until ? await days(chosen.from, chosen.until) : [0, Infinity];
    const marks = ['country', 'clause', 'conference', 'stance'].map((name) => chosen[name]).filter(Boolean);
    const ways = asked.length ? doors(await names(), asked) : [];
    const [byWord, byMark, byName] = await Promise.all([
      Promise.all(asked.map((word) => fits(known, word))),
      Promise.all(marks.map((mark) => fits(known, mark, true))),
      Promise.all(ways.filter(({ rank, mark }) => rank === 0 && mark).map(({ mark }) => fits(known, mark, true))),
    ]);
    // Numbers that are a clause's name stand for it, and not for themselves wherever they stand.
    const isClause = ways.some(({ rank, mark }) => rank === 0 && mark[0] === '/');
    const hits = [];
    for (let report = Math.max(0, at[0]); report < Math.min(known.reports, at[1]); report += 1) {
      if (!byMark.every((fit) => fit[report])) continue;
      const all = byWord.every((fit) => fit[report]);
      const named = byName.reduce((sum, fit) => sum + fit[report], 0);
      if (!named && (isClause || !all)) continue;
      hits.push([report, byWord.reduce((sum, fit) => sum + fit[report], 0) + 2 * named]);
    }
    hits.sort((one, other) => other[1] - one[1] || other[0] - one[0]);
    return { ways: marks.length ? [] : ways, hits: hits.map(([report]) => report), heads: known.heads };
  }

  const element = (name, fields, ...inside) => {
    const made = Object.assign(document.createElement(name), fields);
    made.append(...inside);
    return made;
  };
  const lang = document.documentElement.lang;
  const day = (date) => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : `${lang}-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

  // Text with the words that were asked for marked.
  function marked(text, asked) {
    const parts = [];
    let end = 0;
    const take = (from, to) => {
      parts.push(text.slice(end, from), element('mark', { textContent: text.slice(from, to) }));
      end = to;
    };
    for (const token of text.matchAll(INSIDE)) {
      let from = token.index;
      for (const [run] of token[0].matchAll(RUNS)) {
        const folded = fold(run);
        if (!PAIRED.test(run)) {
          if (folded.some((word) => asked.some((one) => meets(word, one)))) take(from, from + run.length);
        } else {
          // Pairs overlap: what is marked is every character of a pair that was asked for.
          const letters = [...run];
          const is = letters.map((_, at) => [at - 1, at].some((pair) => asked.some((one) => folded[pair] !== undefined && meets(folded[pair], one))));
          let place = from;
          letters.forEach((letter, at) => { if (is[at]) take(place, place + letter.length); place += letter.length; });
        }
        from += run.length;
      }
    }
    parts.push(text.slice(end));
    return parts;
  }

  // The sentence of a report that has most of the words, from its page, with the way to its paragraph.
  const pages = new Map();
  async function sentence(href, asked, ways) {
    if (!pages.has(href)) {
      pages.set(href, fetch(href).then((answer) => answer.ok ? answer.text() : '').then((text) => {
        const page = new DOMParser().parseFromString(text, 'text/html');
        const passages = [...page.querySelectorAll('main [id]')].filter(({ id }) => /^p\d/.test(id));
        return passages.map((passage) => {
          passage.querySelectorAll('.pn, .said, sup, svg').forEach((own) => own.remove());
          const links = [...passage.querySelectorAll('a')].map((link) => [link.getAttribute('href').split('#')[0], link.textContent]);
          return { id: passage.id, links, text: passage.textContent.replace(/\s+/g, ' ').trim() };
        });
      }));
    }
    const parted = globalThis.Intl?.Segmenter && new Intl.Segmenter(lang, { granularity: 'sentence' });
    let best;
    for (const passage of await pages.get(href)) {
      const texts = parted ? [...parted.segment(passage.text)].map(({ segment }) => segment.trim()) : [passage.text];
      for (const text of texts) {
        const own = wordsOf(text);
        const named = passage.links.some(([to, name]) => ways.includes(to) && text.includes(name));
        const many = asked.filter((one) => own.some((word) => meets(word, one))).length + (named ? asked.length : 0);
        if (many > (best?.many ?? 0)) best = { ...passage, text, many };
      }
    }
    return best;
  }

  let turn = 0;
  let shown;
  const looks = new IntersectionObserver((seen) => seen.forEach(async ({ isIntersecting, target }) => {
    if (!isIntersecting || !target.look) return;
    const look = target.look;
    target.look = undefined;
    looks.unobserve(target);
    await look();
  }), { rootMargin: '200px' });

  async function result(report, { heads, asked, doors }) {
    const [href, title, date, conference, summary, foreign] = (await get(`reports/${Math.floor(report / heads)}.json`, 'json'))[report % heads];
    const said = element('p', { className: 'excerpt' }, ...marked(summary, asked));
    const link = element('a', { href }, ...marked(title, asked));
    const item = element('li', {}, element('h2', {}, link),
      element('p', { className: 'meta' }, element('time', { dateTime: date, textContent: day(date) }), ` · ${conference}`), said);
    if (foreign) [link, said].forEach((own) => { own.lang = foreign; own.dir = 'auto'; });
    if (asked.length) {
      item.look = () => sentence(href, asked, doors).then((best) => {
        if (!best) return;
        const number = best.id.slice(1);
        const way = element('a', { href: `${href}#${best.id}`, className: 'pn', textContent: `¶ ${number}`, ariaLabel: words.passage.replace('#', number) });
        said.replaceChildren(...marked(best.text, asked), ' ', way);
      }, () => {});
      looks.observe(item);
    }
    return item;
  }

  async function show(many) {
    const own = turn;
    const { hits, from } = shown;
    const items = hits.slice(from, from + many).map((report) => result(report, shown));
    shown.from += items.length;
    for (const item of items) {
      const made = await item;
      if (own !== turn) return;
      list.append(made);
    }
    more.hidden = shown.from >= hits.length;
  }

  const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const NUMBERS = ['0', '1', '2', '3', '11', '100'];
  // So many reports in the page's words: those for a number of the same plural, with this number in its place.
  function counted(many) {
    const all = words.counts.split('|');
    if (NUMBERS.includes(String(many))) return all[NUMBERS.indexOf(String(many))];
    const at = CATEGORIES.indexOf(new Intl.PluralRules(lang).select(many));
    return all[at].replace(NUMBERS[at], many);
  }

  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([name, value]) => value && name !== 'slash' && name !== 'q'));

  async function run(again) {
    const own = turn += 1;
    const asked = [...new Set(wordsOf(field.value, true))];
    const narrowed = chosen();
    const address = new URL(location);
    address.search = new URLSearchParams({ ...(field.value.trim() && { q: field.value.trim() }), ...narrowed });
    history.replaceState(null, '', address);
    if (!asked.length && !Object.keys(narrowed).length) {
      list.replaceChildren();
      list.hidden = more.hidden = true;
      found.textContent = '';
      return;
    }
    try {
      const { ways, hits, heads } = await search(asked, narrowed);
      if (own !== turn) return;
      shown = { hits, heads, asked, from: 0, doors: ways.filter(({ rank }) => !rank).map(({ href }) => href) };
      list.replaceChildren(...ways.map(({ href, text, heading, where }) => element('li', { className: 'door' },
        element('a', { href }, ...marked(text, asked)), element('span', { textContent: [heading, where].filter(Boolean).map((part) => ` · ${part}`).join('') }))));
      list.hidden = !ways.length && !hits.length;
      await show(10);
      if (own !== turn) return;
      const first = ways.length ? `${ways.map(({ text }) => text).join(' · ')} · ` : '';
      found.textContent = hits.length || ways.length ? first + counted(hits.length) : words.none;
    } catch (error) {
      if (own !== turn) return;
      // Files of two builds, since the site was published in between: all are read again, once.
      if (error.message === 'stale' && !again) {
        files.clear();
        read.clear();
        return run(true);
      }
      list.hidden = more.hidden = true;
      found.textContent = words.failed;
    }
  }

  // What can be chosen, when it is first looked at.
  async function choices() {
    if (choices.made) return;
    choices.made = true;
    const options = (all) => all.map(([, text, mark, others]) => new Option(others?.[0] && mark[0] === '/' ? `${text} · ${others[0]}` : text, mark));
    const { instruments, delegations } = await get('names.json', 'json');
    form.country.append(...options(delegations));
    for (const { name, clauses } of instruments) form.clause.append(element('optgroup', { label: name[1] }, ...options(clauses)));
    form.conference.append(...options(await get('conferences.json', 'json')));
    for (const [name, value] of new URL(location).searchParams) if (form[name] && name !== 'q') form[name].value = value;
  }

  const narrow = form.querySelector('details');
  narrow.addEventListener('toggle', () => choices().catch(() => { choices.made = false; }));
  let timer;
  const soon = (wait) => { clearTimeout(timer); timer = setTimeout(run, wait); };
  field.addEventListener('input', () => soon(80));
  form.addEventListener('change', ({ target }) => target !== field && target !== form.slash && run());
  form.addEventListener('reset', () => soon(0));
  more.addEventListener('click', async () => {
    const last = list.lastElementChild;
    await show(10);
    last?.nextElementSibling?.querySelector('a').focus();
  });

  // The arrows lead from the field through what was found and back; Enter goes to the first, and opens where it is.
  const links = () => [...list.querySelectorAll('li > a, h2 > a')];
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    await run();
    links()[0]?.focus();
  });
  document.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const at = event.target === field ? -1 : all.indexOf(event.target);
    if (event.target !== field && at < 0) return;
    if (event.key === 'Escape' && at >= 0) field.focus();
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    const next = at + step;
    if (next < 0) field.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  });

  // Whoever does not want a single key to lead away says so here (WCAG 2.1.4); `plenary.js` asks.
  try {
    form.slash.checked = localStorage.getItem('slash') !== 'off';
    form.slash.addEventListener('change', () => localStorage.setItem('slash', form.slash.checked ? 'on' : 'off'));
  } catch { form.slash.closest('label').hidden = true; }

  (async () => {
    const asked = new URL(location).searchParams;
    field.value = asked.get('q') || '';
    if ([...asked.keys()].some((name) => name !== 'q' && form[name])) {
      narrow.open = true;
      await choices().catch(() => {});
    }
    if (!field.value) field.focus();
    if ([...asked.keys()].length) run();
  })();
})();
