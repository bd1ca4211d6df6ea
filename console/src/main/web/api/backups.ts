import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type { Job } from './jobs';
import type { Items } from './types';

const SECOND = 1000;

export interface Bucket {
  readonly name: string;
  readonly created: string;
}

/** What a bucket has of a cluster, at a glance. */
export interface BackupSummary {
  readonly cluster: string;
  readonly topics: readonly {
    readonly topic: string;
    readonly partitions: number;
    readonly lastTimestamp: number;
  }[];
  readonly groups: number;
  readonly groupsTime: number;
  readonly problems: readonly string[];
}

export type Fidelity = 'EXACT' | 'SEMANTIC' | 'LOSSY';

export interface PartitionBackup {
  readonly partition: number;
  readonly commits: number;
  readonly records: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly firstTimestamp: number;
  readonly lastTimestamp: number;
  readonly fidelity: Fidelity;
}

export interface BackupReport {
  readonly cluster: string;
  readonly topics: readonly { readonly topic: string; readonly partitions: readonly PartitionBackup[] }[];
  readonly groups: number;
  readonly groupsTime: number;
  readonly problems: readonly string[];
}

export type RestoreTarget = { readonly cluster: string } | { readonly endpoint: string };

export interface RestoreRequest {
  readonly bucket: string;
  readonly target: RestoreTarget;
  readonly cluster?: string;
  readonly topics?: string;
  readonly until?: string;
  readonly groups: boolean;
  readonly verify: boolean;
  readonly keepOldRecords: boolean;
}

export interface RestoreReport {
  readonly source: string;
  readonly target: string;
  readonly topics: readonly {
    readonly topic: string;
    readonly partitions: number;
    readonly records: number;
    readonly fidelity: Fidelity;
    readonly offsetsKept: boolean;
    readonly lastTimestamp: number;
  }[];
  readonly groups: readonly {
    readonly group: string;
    readonly topic: string;
    readonly partition: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly groupsTime: number;
  readonly sent: number;
  readonly seconds: number;
  readonly warnings: readonly string[];
  readonly records: number;
}

export interface DrillResult {
  readonly records: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  readonly altered: number;
  readonly consumers: number;
  readonly consumersExact: number;
  readonly restoreSeconds: number;
  readonly seconds: number;
}

export const buckets = queryOptions({
  queryKey: ['buckets'],
  queryFn: () => call<Items<Bucket>>('GET', 'buckets'),
  refetchInterval: 10 * SECOND,
  retry: false,
});

export const backups = (bucket: string) =>
  queryOptions({
    queryKey: ['backups', bucket],
    queryFn: () => call<Items<BackupSummary>>('GET', `buckets/${segment(bucket)}/backups`),
    refetchInterval: 30 * SECOND,
    retry: false,
  });

export const topicBackup = (bucket: string, cluster: string, topic: string) =>
  queryOptions({
    queryKey: ['backups', bucket, cluster, topic],
    queryFn: () =>
      call<BackupReport>(
        'GET',
        `buckets/${segment(bucket)}/backups/${segment(cluster)}/topics/${segment(topic)}`,
      ),
    retry: false,
  });

export function verify(bucket: string, cluster: string): Promise<Job> {
  return call('POST', `buckets/${segment(bucket)}/backups/${segment(cluster)}/verify`);
}

export function dryRun(wanted: RestoreRequest): Promise<Job> {
  return call('POST', 'recovery/dry-runs', { body: wanted });
}

export function restore(wanted: RestoreRequest): Promise<Job> {
  return call('POST', 'recovery/restores', { body: wanted });
}

export function drill(records: number): Promise<Job> {
  return call('POST', 'recovery/drills', { body: { records } });
}
