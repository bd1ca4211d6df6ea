// Makes the types of the API of the server's OpenAPI document, so that a page that expects something else does not compile.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const documents = new URL('../server/src/main/resources/dev/caudal/server/api/', import.meta.url);
const target = new URL('target/', import.meta.url);

function merge(into, part) {
  for (const [key, value] of Object.entries(part)) {
    if (key in into && typeof value === 'object' && !Array.isArray(value)) merge(into[key], value);
    else into[key] = value;
  }
  return into;
}

const document = readdirSync(documents)
  .filter((name) => /^openapi.*\.yaml$/.test(name))
  .sort()
  .map((name) => parse(readFileSync(new URL(name, documents), 'utf8')))
  .reduce(merge, {});
const types = await openapiTS(document, { immutable: true, defaultNonNullable: false, silent: true });
mkdirSync(target, { recursive: true });
writeFileSync(new URL('schema.ts', target), astToString(types));
