import { expect, test } from 'vitest';
import { compute, computed, listed, rename, renamed, toDraft, toSettings, withTable } from './tableDraft';

const empty = toDraft({});

test('a form that says nothing leaves no settings', () => {
  expect(toSettings(empty)).toEqual({});
  expect(withTable({ 'world.city': { topic: 'cities' } }, 'world.city', {})).toEqual({});
});

test('settings come out of the form as they went in', () => {
  const settings = {
    exclude: ['District'],
    rename: { Name: 'nombre' },
    compute: { label: 'upper($Name)', $topic: "'x'" },
    key: ['CountryCode'],
    where: '$Population > 1000',
    topic: 'cities',
    partition: 0,
  };
  expect(toSettings(toDraft(settings))).toEqual(settings);
});

test('half a line is kept in the form, and not sent', () => {
  const draft = { ...empty, compute: [{ name: 'label', expression: '' }] };
  expect(draft.compute).toHaveLength(1);
  expect(toSettings(draft)).toEqual({});
});

test('a column is found in any case of letters', () => {
  const draft = toDraft({ rename: { NAME: 'nombre' }, compute: { population: '1' } });
  expect(renamed(draft, 'Name')).toBe('nombre');
  expect(rename(draft, 'Name', 'n').rename).toEqual({ Name: 'n' });
  expect(computed(draft, 'Population')).toBe('1');
  expect(compute(draft, 'Population', '').compute).toEqual([]);
  expect(listed(['DISTRICT'], 'District', false)).toEqual([]);
});

test('computed columns keep their order while one is written', () => {
  const draft = toDraft({ compute: { a: '1', b: '2' } });
  expect(compute(draft, 'a', '3').compute.map(({ name }) => name)).toEqual(['a', 'b']);
});
