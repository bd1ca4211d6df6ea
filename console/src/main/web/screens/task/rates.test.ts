import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../api/types';
import { rates } from './rates';

const none = { inserts: 0, updates: 0, deletes: 0, ddl: 0, dataErrors: 0 };

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

  it('are not known over a stop, which is longer than the steps before and after it', () => {
    const { applied, targetLatency } = rates([
      point(1, 0, 0),
      point(2, 0, 1),
      point(900, 0, 1),
      point(901, 0, 3),
    ]);
    expect(applied).toEqual([1, null, 2]);
    expect(targetLatency).toEqual([2, null, 2]);
  });

  it('are known between points that are a minute apart, as in the history of a day', () => {
    expect(rates([point(0, 0, 0), point(60, 0, 60), point(120, 0, 60)]).applied).toEqual([1, 0]);
  });

  it('have the least latency of some seconds, since the clock of the source has whole ones', () => {
    const late = (second: number, millis: number) => ({
      ...point(second, 0, 0),
      targetLatencyMillis: millis,
    });
    const points = [late(0, 0), late(1, 900), late(2, 200), late(3, 700), late(8, 3400)];
    expect(rates(points).targetLatency).toEqual([0.9, 0.2, 0.2, 0.7]);
  });

  it('need two points', () => {
    expect(rates([point(1, 1, 1)]).times).toEqual([]);
  });
});
