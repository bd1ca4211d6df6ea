import type { Field } from '../../api/types';

export type Settings = Readonly<Record<string, string | number>>;

/** What the server sends instead of a secret; sent back, it means "as it was". */
export const MASK = '********';

/** What counts for each field: what was given, else what is usual. */
export function values(fields: readonly Field[], settings: Settings): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map((field) => [field.name, String(settings[field.name] ?? field.default ?? '')]),
  );
}

/** Whether a field counts beside the others. */
export function applies(field: Field, all: Readonly<Record<string, string>>): boolean {
  return Object.entries(field.when).every(([other, wanted]) => wanted.includes(all[other] ?? ''));
}
