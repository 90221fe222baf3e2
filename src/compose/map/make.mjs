// Makes shapes.tsv: the world's land, and each country of the registry as a shape or, where it is too small to be
// seen, as a place.
//
// Source: Natural Earth 4.1.0 (public domain, https://www.naturalearthdata.com), as TopoJSON in the npm package
// `world-atlas` 2.0.2 (ISC). Boundaries are Natural Earth's own, de facto, and are taken as they are. Codes are
// joined by ISO 3166-1 numeric, which is the UN M49 code in ../../parse/registry/countries.tsv.
//
// Run it where node can find the packages, and commit what it writes:
//
//   cd /tmp && npm install world-atlas@2.0.2 topojson-client@3 topojson-simplify@3 d3-geo@3
//   NODE_PATH=FOLDER/node_modules node src/compose/map/make.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(join(process.env.NODE_PATH ?? '.', 'x'));
const { feature, merge } = require('topojson-client');
const { presimplify, simplify, sphericalTriangleArea } = require('topojson-simplify');
const { geoArea, geoCentroid, geoEqualEarth, geoPath } = await import(require.resolve('d3-geo'));
const here = import.meta.dirname;
const atlas = (scale) => JSON.parse(readFileSync(join(dirname(require.resolve('world-atlas/package.json')), `countries-${scale}.json`)));

// Equal areas, so that no delegation looks more than it is; cut in the Bering Strait, where no country is cut.
const WIDTH = 1000;
const HEIGHT = 458;
const MARGIN = 6;
// Below this many square units a shape is a place.
const SMALL = 16;
// Corners that span less than this, in steradians, are cut: half a square unit. Neighbours keep one border.
const DETAIL = 1.6e-5;
// Islands below this are left out of shapes; the country's largest is always there.
const ISLAND = 4;
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' }).precision(0);
const [, top] = projection([11, 84]);
projection.translate([projection.translate()[0], projection.translate()[1] - top + MARGIN]);
// Antarctica has no delegation: its land is left out, and the map ends at its northern islands.
projection.clipExtent([[0, 0], [WIDTH, HEIGHT]]);
const draw = geoPath(projection);

// Parts of other countries in Natural Earth, or not there at all: longitude and latitude.
const PLACES = {
  ATA: [-45.5, -60.7], BES: [-68.3, 12.2], BVT: [3.4, -54.4], CCK: [96.8, -12.2], CXR: [105.6, -10.5], GLP: [-61.6, 16.3],
  GUF: [-53, 4], MTQ: [-61, 14.7], MYT: [45.2, -12.8], REU: [55.5, -21.1], SJM: [16, 78.5], TKL: [-171.8, -9.2],
};

// Rings in whole units, points that fall together left out, then everything relative: `M12 34l5 6-7 8z`.
function rings(geometry) {
  const path = draw(geometry) ?? '';
  return path.split('M').slice(1).map((ring) => {
    const points = ring.replace('Z', '').split('L').map((point) => point.split(',').map(Math.round));
    const kept = points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
    const straight = kept.filter(([x, y], at) => {
      const [before, after] = [kept[at - 1], kept[at + 1]];
      return !before || !after || (x - before[0]) * (after[1] - y) !== (y - before[1]) * (after[0] - x);
    });
    const [first, last] = [straight[0], straight.at(-1)];
    if (straight.length > 1 && first[0] === last[0] && first[1] === last[1]) straight.pop();
    return straight;
  });
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => {
  const [nextX, nextY] = ring[(at + 1) % ring.length];
  return sum + x * nextY - nextX * y;
}, 0)) / 2;

function written(list) {
  const number = (value, first) => (value < 0 || first ? `${value}` : ` ${value}`);
  return list.map((ring) => {
    let [x, y] = ring[0];
    let text = `M${x}${number(y)}l`;
    ring.slice(1).forEach(([nextX, nextY], at) => {
      text += number(nextX - x, at === 0) + number(nextY - y);
      [x, y] = [nextX, nextY];
    });
    return `${text}z`;
  }).join('');
}

function shown(geometry) {
  const all = rings(geometry).filter((ring) => ring.length > 2).sort((a, b) => area(b) - area(a));
  return all.filter((ring, at) => at === 0 || area(ring) >= ISLAND);
}

// The middle of the largest part, on the map.
function middle(geometry) {
  const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const polygons = parts.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return geoCentroid(polygons.sort((a, b) => geoArea(b) - geoArea(a))[0]);
}

const registry = readFileSync(join(here, '../../parse/registry/countries.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).slice(1).map((line) => line.split('\t'));
const coarse = simplify(presimplify(atlas('110m'), sphericalTriangleArea), DETAIL);
const scales = ['50m', '10m'].map(atlas);
const find = (world, code) => world.objects.countries.geometries.find((country) => country.id === code);
const lines = [`land\t${written(shown(merge(coarse, coarse.objects.countries.geometries.filter((country) => country.id !== '010'))))}`];
for (const [alpha3, , m49] of registry) {
  const own = find(coarse, m49);
  const shape = own && !PLACES[alpha3] ? shown(feature(coarse, own).geometry) : [];
  if (shape.length && shape.reduce((sum, ring) => sum + area(ring), 0) >= SMALL) {
    lines.push(`${alpha3}\t${written(shape)}`);
    continue;
  }
  const world = [...scales, coarse].find((world) => find(world, m49));
  const place = PLACES[alpha3] ?? (world && middle(feature(world, find(world, m49)).geometry));
  if (!place) throw new Error(`${alpha3} has neither a shape nor a place`);
  lines.push(`${alpha3}\t${projection(place).map(Math.round).join(' ')}`);
}
const head = `# The world's land and each country of ISO 3166-1, on an Equal Earth map of ${WIDTH} × ${HEIGHT} units: a path of SVG, or for
# a small country its place. Made by make.mjs beside this file from Natural Earth (public domain); do not edit.
`;
writeFileSync(join(here, 'shapes.tsv'), `${head}${lines.join('\n')}\n`);
