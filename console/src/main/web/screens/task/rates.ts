import type { HistoryPoint } from '../../api/types';

/** By time; what is not known is null and leaves a gap. */
export interface Rates {
  /** Seconds since 1970. */
  readonly times: readonly number[];
  readonly loaded: readonly (number | null)[];
  readonly applied: readonly (number | null)[];
  readonly sourceLatency: readonly (number | null)[];
  readonly targetLatency: readonly (number | null)[];
}

/** Points that are farther apart than so many usual steps were not written in between: the task was stopped. */
const GAP_STEPS = 4;
const SHORTEST_GAP = 15;

/** The source's clock has whole seconds, so a latency is up to one too high, at random: the least of so long is nearest. */
const SETTLE = 5;

const total = ({ changes }: HistoryPoint) =>
  changes.inserts + changes.updates + changes.deletes + changes.ddl;

/** Rows per second between the points of a history, whose counters only rise; a counter that begins anew counts as none. */
export function rates(points: readonly HistoryPoint[]): Rates {
  const at = points.map((point) => Date.parse(point.time) / 1000);
  const gap = longest(at);
  const steps = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    const time = at[index + 1] ?? 0;
    const seconds = Math.max(time - (at[index] ?? 0), 0.001);
    if (seconds > gap) return { time, loaded: null, applied: null, source: null, target: null };
    return {
      time,
      loaded: Math.max(0, point.loadedRows - before.loadedRows) / seconds,
      applied: Math.max(0, total(point) - total(before)) / seconds,
      source: point.sourceLatencyMillis / 1000,
      target: point.targetLatencyMillis / 1000,
    };
  });
  const times = steps.map((step) => step.time);
  return {
    times,
    loaded: steps.map((step) => step.loaded),
    applied: steps.map((step) => step.applied),
    sourceLatency: settled(
      times,
      steps.map((step) => step.source),
    ),
    targetLatency: settled(
      times,
      steps.map((step) => step.target),
    ),
  };
}

/** The longest time between two points of a task that works. */
function longest(times: readonly number[]): number {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const usual = steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 0;
  return Math.max(SHORTEST_GAP, GAP_STEPS * usual);
}

/** At each time the least of the last seconds, back to a gap at most. */
function settled(times: readonly number[], values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, index) => {
    let least = value;
    for (let back = index - 1; least !== null && back >= 0; back--) {
      const before = values[back];
      if (before === null || before === undefined) break;
      if ((times[index] ?? 0) - (times[back] ?? 0) > SETTLE) break;
      least = Math.min(least, before);
    }
    return least;
  });
}
