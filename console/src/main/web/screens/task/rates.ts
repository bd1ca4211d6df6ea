import type { HistoryPoint } from '../../api/types';

export interface Rates {
  /** Seconds since 1970. */
  readonly times: readonly number[];
  readonly loaded: readonly number[];
  readonly applied: readonly number[];
  readonly sourceLatency: readonly number[];
  readonly targetLatency: readonly number[];
}

const total = ({ changes }: HistoryPoint) =>
  changes.inserts + changes.updates + changes.deletes + changes.ddl;

/** Rows per second between the points of a history, whose counters only rise; a counter that begins anew counts as none. */
export function rates(points: readonly HistoryPoint[]): Rates {
  const steps = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    const time = Date.parse(point.time) / 1000;
    const seconds = Math.max(time - Date.parse(before.time) / 1000, 0.001);
    return {
      time,
      loaded: Math.max(0, point.loadedRows - before.loadedRows) / seconds,
      applied: Math.max(0, total(point) - total(before)) / seconds,
      sourceLatency: point.sourceLatencyMillis / 1000,
      targetLatency: point.targetLatencyMillis / 1000,
    };
  });
  return {
    times: steps.map((step) => step.time),
    loaded: steps.map((step) => step.loaded),
    applied: steps.map((step) => step.applied),
    sourceLatency: steps.map((step) => step.sourceLatency),
    targetLatency: steps.map((step) => step.targetLatency),
  };
}
