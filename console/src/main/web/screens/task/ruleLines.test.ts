import { expect, test } from 'vitest';
import type { TableRule } from '../../api/types';
import { newLine, raised, toLines, toRules } from './ruleLines';

const rules: readonly TableRule[] = [
  { rule: 'rename-tables', tables: 'world.tbl_%', to: 'mundo.%' },
  { rule: 'rename-columns', columns: 'str_%', to: '%', letters: 'lower' },
  { rule: 'drop-columns', columns: 'tmp_%', tables: 'world.%' },
  { rule: 'add-column', column: 'origin', expression: "'world-db'" },
];

test('rules come out of the form as they went in', () => {
  expect(toRules(toLines(rules))).toEqual(rules);
});

test('half a rule is kept in the form, and not sent', () => {
  const half = { ...newLine('rename-columns'), columns: 'str_%' };
  expect(toRules([...toLines(rules), half])).toEqual(rules);
  expect(toRules([{ ...half, to: '%' }])).toEqual([{ rule: 'rename-columns', columns: 'str_%', to: '%' }]);
});

test('what another kind of rule had is not sent', () => {
  const [renaming] = toLines([{ rule: 'rename-columns', columns: 'a', to: 'b', letters: 'upper' }]);
  expect(renaming && toRules([{ ...renaming, rule: 'drop-columns' }])).toEqual([
    { rule: 'drop-columns', columns: 'a' },
  ]);
});

test('a rule may be raised above the one before', () => {
  const kinds = raised(toLines(rules), 2).map(({ rule }) => rule);
  expect(kinds).toEqual(['rename-tables', 'drop-columns', 'rename-columns', 'add-column']);
});
