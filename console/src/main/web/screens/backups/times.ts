import type { PartitionBackup } from '../../api/backups';

/** A time in milliseconds as text; a dash where it is not known. */
export const moment = (millis: number, dateTime: (iso: string) => string) =>
  millis < 0 ? '–' : dateTime(new Date(millis).toISOString());

export const records = (partitions: readonly PartitionBackup[]) =>
  partitions.reduce((sum, each) => sum + each.records, 0);
