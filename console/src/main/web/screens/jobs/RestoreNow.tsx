import { IconRestore } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { restore } from '../../api/backups';
import type { RestoreJob } from '../../api/jobs';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Confirm } from '../../ui/Confirm';
import { Button, Group } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
import { targetName } from './subject';

/** Begins the restore that a dry run has told of, or goes on with one that has ended before its end. */
export function RestoreNow({ job }: { readonly job: RestoreJob }) {
  const { jobs: messages } = useMessages();
  const { number } = useFormats();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const needs = useNeeds();
  const { busy, error, attempt } = useAttempt();
  const [asking, setAsking] = useState(false);
  const begin = () =>
    void attempt(async () => {
      const begun = await restore(job.request);
      await cache.invalidateQueries({ queryKey: ['jobs'] });
      await navigate({ to: '/jobs/$id', params: { id: begun.id } });
    });
  const planned = job.kind === 'dry-run';
  return (
    <>
      <Group>
        <Button
          leftSection={<IconRestore size={16} aria-hidden />}
          loading={busy}
          onClick={() => (planned ? setAsking(true) : begin())}
          {...needs('designer')}
        >
          {planned ? messages.restoreNow : messages.again}
        </Button>
      </Group>
      {error ? <ProblemNote error={error} /> : null}
      <Confirm
        opened={asking}
        title={messages.restoreTitle(targetName(job.request.target))}
        text={messages.restoreText(number(job.result?.records ?? 0), job.result?.topics.length ?? 0)}
        action={messages.restoreNow}
        harmless
        busy={busy}
        onConfirm={begin}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
