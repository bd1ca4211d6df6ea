import type { Messages } from '../messages.es';

export const restore: Messages['restore'] = {
  title: 'Restore a backup',
  lead: 'First a dry run, which changes nothing and tells what would be done; then the restore.',
  bucket: 'Bucket',
  source: 'Lost cluster',
  target: 'New cluster',
  targetHelp: 'A cluster of this machine, or a target connection',
  clusters: 'Clusters of this machine',
  endpoints: 'Target connections',
  topics: 'Topics',
  topicsHelp: 'A regular expression for the whole name; empty: all',
  until: 'Until',
  untilHelp: 'Time in UTC, as 2026-05-20T19:33:55Z; empty: all',
  groups: 'Put consumer groups to their places',
  verify: 'Read everything back and compare it',
  keepOld: 'Keep records that are older than the retention',
  keepOldHelp: 'Else retention deletes them soon after.',
  plan: 'See what it would do',
};
