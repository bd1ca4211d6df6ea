import { queryOptions } from '@tanstack/react-query';
import { call } from './client';
import type { WorldDatabase } from './types';

export const worldDatabase = queryOptions({
  queryKey: ['world-database'],
  queryFn: () => call<WorldDatabase>('GET', 'world-database'),
  refetchInterval: ({ state }) => (state.data?.state === 'starting' ? 700 : false),
});

/** Begins to start it, with connections and a task. */
export function startWorld(): Promise<WorldDatabase> {
  return call('POST', 'world-database', { body: {} });
}
