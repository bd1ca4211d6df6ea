import type { RestoreTarget } from '../../api/backups';
import type { Job } from '../../api/jobs';

/** The name of a restore's target. */
export const targetName = (target: RestoreTarget) => target.cluster ?? target.endpoint ?? '';

/** What a job is about; numbers as the language writes them. */
export function subject(job: Job, number: (value: number) => string): string {
  switch (job.kind) {
    case 'verify':
      return job.request.bucket;
    case 'drill':
      return number(job.request.records);
    default:
      return `${job.request.bucket} → ${targetName(job.request.target)}`;
  }
}
