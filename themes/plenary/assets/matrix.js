// Filters a matrix by name, and keeps name and group in the address. The page works without it.
(() => {
  const matrix = document.querySelector('.matrix');
  const filter = matrix && matrix.querySelector('.filter');
  if (!filter) return;
  const name = (input) => input.parentElement.textContent.replace(/ \(\d+\)\s*$/, '').trim();
  const find = filter.querySelector('#find');
  const said = filter.querySelector('output');
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const lines = [...matrix.querySelectorAll('.in')].map((node) => ({
    node, row: node.localName === 'tr', name: fold(node.firstElementChild.textContent),
  }));
  const all = lines.filter((line) => line.row).length;
  const heads = [...matrix.querySelectorAll('.held, .on')];

  const show = () => {
    const chosen = filter.querySelector('[name=group]:checked');
    const group = chosen.value;
    const words = fold(find.value.trim());
    let shown = 0;
    for (const { node, row, name } of lines) {
      node.hidden = !(name.includes(words) && (!group || node.classList.contains(group)));
      if (row && !node.hidden) shown += 1;
    }
    for (const head of heads) head.hidden = !head.querySelector('.in:not([hidden])');
    said.textContent = `${shown} / ${all}`;
    const address = new URL(location);
    const keep = (key, value) => value ? address.searchParams.set(key, value) : address.searchParams.delete(key);
    keep('group', group && name(chosen));
    keep('find', find.value.trim());
    history.replaceState(null, '', address);
  };

  const asked = new URL(location).searchParams;
  for (const input of filter.querySelectorAll('[name=group]')) {
    if (name(input) === asked.get('group')) input.checked = true;
  }
  find.value = asked.get('find') || '';
  filter.classList.add('scripted');
  find.parentElement.hidden = false;
  filter.addEventListener('input', show);
  show();
})();
