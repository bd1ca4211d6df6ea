import { queryOptions } from '@tanstack/react-query';
import { Problem } from './problem';

const SECOND = 1000;

/** How many answers are kept: five minutes. */
const KEPT = 150;

export interface Scrape {
  /** Seconds since 1970. */
  readonly time: number;
  readonly text: string;
}

/** What the platform measures, now and since the page was opened; the oldest first. */
export const metrics = queryOptions({
  queryKey: ['metrics'],
  queryFn: async ({ client, queryKey }): Promise<readonly Scrape[]> => {
    const answer = await fetch('/metrics').catch(() => {
      throw Problem.unreachable();
    });
    if (!answer.ok) throw new Problem(answer.status, {});
    const now = { time: Date.now() / 1000, text: await answer.text() };
    return [...(client.getQueryData<readonly Scrape[]>(queryKey) ?? []), now].slice(-KEPT);
  },
  refetchInterval: 2 * SECOND,
});
