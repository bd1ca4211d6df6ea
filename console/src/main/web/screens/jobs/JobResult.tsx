import type { Job } from '../../api/jobs';
import { DrillPanel } from './DrillPanel';
import { RestorePanel } from './RestorePanel';
import { VerifyPanel } from './VerifyPanel';

/** What came of a job; nothing while it runs, or where it failed. */
export function JobResult({ job }: { readonly job: Job }) {
  if (job.kind === 'verify') return job.result ? <VerifyPanel report={job.result} /> : null;
  if (job.kind === 'drill') return job.result ? <DrillPanel result={job.result} /> : null;
  return <RestorePanel job={job} />;
}
