import { describe, expect, it } from 'vitest';
import { parse, words } from './exposition';

describe('the text of the metrics', () => {
  it('has families with their words and the values of each object', () => {
    const text = `# HELP caudal_rows_total Rows that were loaded
# TYPE caudal_rows_total counter
caudal_rows_total{task="a b",table="x.y"} 12
caudal_rows_total{task="c",table="z"} 1.5e3
# HELP caudal_up Whether it runs
# TYPE caudal_up gauge
caudal_up 1
`;
    expect(parse(text)).toEqual([
      {
        name: 'caudal_rows_total',
        help: 'Rows that were loaded',
        type: 'counter',
        samples: [
          { labels: 'task="a b",table="x.y"', value: 12 },
          { labels: 'task="c",table="z"', value: 1500 },
        ],
      },
      { name: 'caudal_up', help: 'Whether it runs', type: 'gauge', samples: [{ labels: '', value: 1 }] },
    ]);
  });

  it('is empty while nothing was measured', () => {
    expect(parse('')).toEqual([]);
  });

  it('names objects in words', () => {
    expect(words('task="a",table="b.c"')).toBe('task a, table b.c');
  });
});
