import { queryOptions } from '@tanstack/react-query';
import type { BackupReport, DrillResult, RestoreReport, RestoreRequest } from './backups';
import { call, segment } from './client';
import type { Items, Schema } from './types';

const SECOND = 1000;

/** What all jobs have. */
type Common = Omit<Schema['Job'], 'kind' | 'request' | 'result'>;

export type JobState = Schema['Job']['state'];

interface Verify extends Common {
  readonly kind: 'verify';
  readonly request: { readonly bucket: string; readonly cluster: string };
  readonly result: BackupReport | null;
}

export interface RestoreJob extends Common {
  readonly kind: 'dry-run' | 'restore';
  readonly request: RestoreRequest;
  readonly result: RestoreReport | null;
}

interface Drill extends Common {
  readonly kind: 'drill';
  readonly request: { readonly records: number };
  readonly result: DrillResult | null;
}

/** Work that takes longer than a request. */
export type Job = Verify | RestoreJob | Drill;

export const isOver = (job: Job) => job.ended !== null;

export const jobs = queryOptions({
  queryKey: ['jobs'],
  queryFn: () => call<Items<Job>>('GET', 'jobs'),
  refetchInterval: 2 * SECOND,
});

export const job = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: () => call<Job>('GET', `jobs/${segment(id)}`),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : SECOND / 2),
    retry: false,
  });

export function cancelJob(id: string): Promise<Job> {
  return call('POST', `jobs/${segment(id)}/cancel`);
}
