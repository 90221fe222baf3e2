// Prints what CLDR says of dates, plurals and the order of names in the six languages, by way of Node's Intl:
//   node tests/languages/cldr.mjs > tests/languages/cldr.tsv
// English is Britain's, as the United Nations writes it, and Arabic has Western digits, likewise.

const tags = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn', ru: 'ru', zh: 'zh' };
const styles = {
  long: { dateStyle: 'long' },
  day: { dateStyle: 'full' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};
const counts = [0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 19, 20, 21, 22, 25, 99, 100, 101, 102, 103, 111, 112, 121, 1000, 1001, 1011];
const names = {
  fr: ['Cote', 'Coté', 'Côte', 'Côté', 'Égypte', 'Équateur', 'Érythrée', 'Espagne', 'Estonie', 'Zambie', 'Îles Cook', 'Inde', 'Côte d’Ivoire', 'Costa Rica'],
  es: ['Ñandú', 'Noruega', 'Nueva Zelandia', 'Níger', 'Nigeria', 'Omán', 'Chile', 'China', 'Colombia', 'Perú', 'España'],
  ru: ['Ёлка', 'Ель', 'Еда', 'Жук', 'Йемен', 'Израиль', 'Исландия', 'Тёркс', 'Тест', 'Того', 'Япония', 'Эстония'],
  zh: ['挪威', '中国', '阿根廷', '法国', '英国', '美国', '日本', '俄罗斯联邦', '埃及', '澳大利亚', '奥地利', '巴西', '赞比亚'],
};

console.log(`# CLDR ${process.versions.cldr}, ICU ${process.versions.icu}; made by cldr.mjs`);
console.log('# date: language, style, day, words. plural: language, categories, then count=category. order: language, names in their order.');
for (const [lang, tag] of Object.entries(tags)) {
  // Every month, every weekday, first days and double digits.
  for (let at = 0; at < 14; at += 1) {
    const day = new Date(Date.UTC(2013, at, at % 3 === 0 ? 1 : 9 + at));
    for (const [style, options] of Object.entries(styles)) {
      const words = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(day);
      console.log(['date', lang, style, day.toISOString().slice(0, 10), words].join('\t'));
    }
  }
  const rules = new Intl.PluralRules(tag);
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const categories = order.filter((one) => rules.resolvedOptions().pluralCategories.includes(one));
  console.log(['plural', lang, categories.join(' '), ...counts.map((count) => `${count}=${rules.select(count)}`)].join('\t'));
}
for (const [lang, list] of Object.entries(names)) {
  console.log(['order', lang, ...[...list].sort(new Intl.Collator(lang).compare)].join('\t'));
}
