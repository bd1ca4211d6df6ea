/** A chart is at least as many seconds wide, so that its first points do not look like a long time. */
const SHORTEST = 60;

/** The first and the last second of a chart, whose times rise; of one moment, the minute before it. */
export function span(times: ArrayLike<number>): [number, number] {
  const last = times[times.length - 1] ?? SHORTEST;
  return [Math.min((times[0] ?? last) - 1, last - SHORTEST), last];
}
