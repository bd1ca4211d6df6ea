import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../api/types';
import { rates } from './rates';

const none = { inserts: 0, updates: 0, deletes: 0, ddl: 0 };

function point(second: number, loadedRows: number, inserts: number): HistoryPoint {
  return {
    time: new Date(second * 1000).toISOString(),
    phase: 'changes',
    loadedRows,
    changes: { ...none, inserts },
    incoming: none,
    sourceLatencyMillis: 1500,
    targetLatencyMillis: 2000,
  };
}

describe('rates', () => {
  it('are the differences of the counters by the time between them', () => {
    expect(rates([point(10, 0, 0), point(12, 100, 6), point(13, 100, 7)])).toEqual({
      times: [12, 13],
      loaded: [50, 0],
      applied: [3, 1],
      sourceLatency: [1.5, 1.5],
      targetLatency: [2, 2],
    });
  });

  it('are never negative, also where a counter has begun anew', () => {
    expect(rates([point(1, 500, 9), point(2, 3, 0)]).loaded).toEqual([0]);
  });

  it('need two points', () => {
    expect(rates([point(1, 1, 1)]).times).toEqual([]);
  });
});
