import type { Scrape } from '../../api/metrics';
import { type Family, parse, words } from './exposition';

export interface Board {
  readonly name: string;
  readonly help: string;
  /** Whether it counts: then its rate is drawn. */
  readonly counter: boolean;
  readonly lines: readonly {
    readonly label: string;
    readonly last: number;
    readonly values: readonly (number | null)[];
  }[];
}

/** All metrics that some object had last, each object of them as a line over time. */
export function boards(scrapes: readonly Scrape[]): { times: readonly number[]; boards: readonly Board[] } {
  const times = scrapes.map((scrape) => scrape.time);
  const parsed = scrapes.map((scrape) => index(parse(scrape.text)));
  const last = parse(scrapes.at(-1)?.text ?? '');
  return {
    times,
    boards: last
      .filter((family) => family.samples.length > 0)
      .map((family) => {
        const counter = family.type === 'counter';
        return {
          name: family.name,
          help: family.help,
          counter,
          lines: family.samples.map(({ labels, value }) => {
            const values = parsed.map((each) => each.get(key(family.name, labels)) ?? null);
            return { label: words(labels), last: value, values: counter ? perSecond(values, times) : values };
          }),
        };
      }),
  };
}

const key = (name: string, labels: string) => `${name}{${labels}}`;

function index(families: readonly Family[]): ReadonlyMap<string, number> {
  return new Map(
    families.flatMap(({ name, samples }) =>
      samples.map((sample) => [key(name, sample.labels), sample.value] as const),
    ),
  );
}

/** Not known at the first, and where a counter has begun anew. */
function perSecond(values: readonly (number | null)[], times: readonly number[]): (number | null)[] {
  return values.map((value, at) => {
    const before = values[at - 1] ?? null;
    if (value === null || before === null || value < before) return null;
    return (value - before) / Math.max((times[at] ?? 0) - (times[at - 1] ?? 0), 0.001);
  });
}
