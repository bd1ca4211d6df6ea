import { isOver, type Job } from '../../api/jobs';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Progress, Stack, Text } from '../../ui/controls';

/** How far a job is that runs; nothing of one that is over. */
export function JobProgress({ job }: { readonly job: Job }) {
  const { jobs: messages } = useMessages();
  const { number } = useFormats();
  if (isOver(job)) return null;
  const { done, total } = job.progress;
  const known = total > 0;
  const sent = known && done >= total && job.kind === 'restore';
  const text = !known
    ? messages.preparing
    : sent
      ? messages.verifying
      : (job.kind === 'verify' ? messages.topics : messages.records)(number(done), number(total));
  return (
    <Stack gap={4}>
      <Progress
        value={known ? (100 * done) / total : 100}
        animated={!known || sent}
        size="lg"
        aria-label={messages.progress}
      />
      <Text size="sm" c="dimmed" className="tabular">
        {text}
      </Text>
    </Stack>
  );
}
