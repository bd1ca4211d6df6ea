import type { TableSettings } from '../../api/types';

/** What is otherwise for a table, as a form has it: half-written lines are kept, and nothing is absent. */
export interface TableDraft {
  readonly exclude: readonly string[];
  readonly rename: Readonly<Record<string, string>>;
  readonly compute: readonly { readonly name: string; readonly expression: string }[];
  readonly key: readonly string[];
  readonly where: string;
  readonly topic: string;
  readonly partition: number | '';
}

/** By Replicate's names an expression decides where a row goes. */
export const PLACES = ['$key', '$topic', '$partition'] as const;

/** The source's own names of columns are meant in any case of letters. */
export const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export function toDraft(settings: TableSettings): TableDraft {
  return {
    exclude: settings.exclude ?? [],
    rename: settings.rename ?? {},
    compute: Object.entries(settings.compute ?? {}).map(([name, expression]) => ({ name, expression })),
    key: settings.key ?? [],
    where: settings.where ?? '',
    topic: settings.topic ?? '',
    partition: settings.partition ?? '',
  };
}

/** Without what is as usual and what is not written yet. */
export function toSettings(draft: TableDraft): TableSettings {
  const rename = Object.entries(draft.rename).filter(([, name]) => name.trim() !== '');
  const compute = draft.compute
    .map(({ name, expression }) => [name.trim(), expression.trim()] as const)
    .filter(([name, expression]) => name !== '' && expression !== '');
  return {
    ...(draft.exclude.length > 0 ? { exclude: draft.exclude } : {}),
    ...(rename.length > 0 ? { rename: Object.fromEntries(rename) } : {}),
    ...(compute.length > 0 ? { compute: Object.fromEntries(compute) } : {}),
    ...(draft.key.length > 0 ? { key: draft.key } : {}),
    ...(draft.where.trim() === '' ? {} : { where: draft.where.trim() }),
    ...(draft.topic.trim() === '' ? {} : { topic: draft.topic.trim() }),
    ...(draft.partition === '' ? {} : { partition: draft.partition }),
  };
}

/** The settings of all tables, with those of one as they are now. */
export function withTable(
  all: Readonly<Record<string, TableSettings>>,
  table: string,
  settings: TableSettings,
): Readonly<Record<string, TableSettings>> {
  const { [table]: _, ...others } = all;
  return Object.keys(settings).length === 0 ? others : { ...others, [table]: settings };
}

/** A list without a name, or with it. */
export function listed(list: readonly string[], name: string, wanted: boolean): readonly string[] {
  const others = list.filter((each) => !isSame(each, name));
  return wanted ? [...others, name] : others;
}

/** What a column is called in messages; empty where that is its own name. */
export function renamed(draft: TableDraft, column: string): string {
  return Object.entries(draft.rename).find(([name]) => isSame(name, column))?.[1] ?? '';
}

export function rename(draft: TableDraft, column: string, name: string): TableDraft {
  const others = Object.entries(draft.rename).filter(([each]) => !isSame(each, column));
  return { ...draft, rename: Object.fromEntries(name === '' ? others : [...others, [column, name]]) };
}

/** The expression that a column has, or one of the PLACES; empty where there is none. */
export function computed(draft: TableDraft, column: string): string {
  return draft.compute.find(({ name }) => isSame(name, column))?.expression ?? '';
}

export function compute(draft: TableDraft, column: string, expression: string): TableDraft {
  const there = draft.compute.some(({ name }) => isSame(name, column));
  const changed = draft.compute
    .map((each) => (isSame(each.name, column) ? { ...each, expression } : each))
    .filter((each) => each.expression !== '' || !isSame(each.name, column));
  return { ...draft, compute: there ? changed : [...draft.compute, { name: column, expression }] };
}
