import { describe, expect, it } from 'vitest';
import { boards } from './boards';

const at = (time: number, count: number) => ({
  time,
  text: `# HELP rows_total Rows\n# TYPE rows_total counter\nrows_total{task="a"} ${count}\n`,
});

describe('boards', () => {
  it('draw counters by second, and nothing where one has begun anew', () => {
    const { times, boards: all } = boards([at(10, 100), at(12, 110), at(14, 3), at(16, 5)]);
    expect(times).toEqual([10, 12, 14, 16]);
    expect(all[0]?.lines).toEqual([{ label: 'task a', last: 5, values: [null, 5, null, 1] }]);
  });

  it('have what was measured last', () => {
    const nothing = '# HELP rows_total Rows\n# TYPE rows_total counter\n';
    expect(boards([at(1, 1), { time: 2, text: nothing }]).boards).toEqual([]);
  });
});
