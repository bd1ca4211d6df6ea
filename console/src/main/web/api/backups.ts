import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type { Job } from './jobs';
import type { Items, Schema } from './types';

const SECOND = 1000;

export type BackupTask = Schema['BackupTask'];

export type NewBackupTask = Schema['NewBackupTask'];

export type Bucket = Schema['Buckets']['items'][number];

/** What a bucket has of a cluster, at a glance. */
export type BackupSummary = Schema['Backups']['items'][number];

export type Fidelity = Schema['Fidelity'];

export type PartitionBackup = BackupReport['topics'][number]['partitions'][number];

export type BackupReport = Schema['BackupReport'];

export type RestoreTarget = Schema['RestoreRequest']['target'];

export type RestoreRequest = Schema['RestoreRequest'];

export type RestoreReport = Schema['RestoreReport'];

export type DrillResult = Schema['DrillResult'];

export const backupTasks = queryOptions({
  queryKey: ['backup-tasks'],
  queryFn: () => call<Items<BackupTask>>('GET', 'backup-tasks'),
  refetchInterval: 3 * SECOND,
  retry: false,
});

export function createBackup(wanted: NewBackupTask): Promise<BackupTask> {
  return call('POST', 'backup-tasks', { body: wanted });
}

export function deleteBackup(name: string): Promise<void> {
  return call('DELETE', `backup-tasks/${segment(name)}`);
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
    refetchInterval: ({ state }) => (state.data?.total === 0 ? 2 : 30) * SECOND,
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
