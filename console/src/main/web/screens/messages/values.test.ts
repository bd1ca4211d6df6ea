import { describe, expect, it } from 'vitest';
import type { ExplainedMessage } from '../../api/types';
import { shown, summary } from './values';

const column = (name: string, old: string, now: string) => ({
  name,
  old,
  new: now,
  changed: old !== now,
  present: true,
});

describe('values of a message', () => {
  it('are shown without quotes, and long numbers to the last digit', () => {
    expect(['"a\\"b"', 'null', '12345678901234567890.50', '"cut…'].map(shown)).toEqual([
      'a"b',
      'NULL',
      '12345678901234567890.50',
      '"cut…',
    ]);
  });

  it('are summed up by what changed, or by what there is', () => {
    const columns = [column('ID', '1', '1'), column('Name', '"Lima"', '"Limá"')];
    const message = (operation: ExplainedMessage['operation']) => ({ operation, columns });
    expect(summary(message('UPDATE'))).toBe('Name: Lima → Limá');
    expect(summary(message('INSERT'))).toBe('ID: 1, Name: Limá');
    expect(summary(message('DELETE'))).toBe('ID: 1, Name: Lima');
  });
});
