import { IconPlayerStop } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { cancelJob, isOver, type Job, job as jobQuery } from '../../api/jobs';
import { Problem } from '../../api/problem';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Button, List, Stack, Text } from '../../ui/controls';
import { ButtonLink } from '../../ui/Link';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
import { Waiting } from '../../ui/Waiting';
import { JobBadge } from './JobBadge';
import { JobProgress } from './JobProgress';
import { JobResult } from './JobResult';
import { subject } from './subject';

/** Whoever uses a platform without users. */
const ANYBODY = 'anybody';

/** A job: how far it is, what it says, and what came of it. */
export function JobPage() {
  const { id } = useParams({ from: '/jobs/$id' });
  const query = useQuery(jobQuery(id));
  return <Waiting query={query}>{(job) => <Found key={id} job={job} />}</Waiting>;
}

function Found({ job }: { readonly job: Job }) {
  const { jobs: messages } = useMessages();
  const { dateTime, number } = useFormats();
  return (
    <Page
      title={`${messages.kinds[job.kind]}: ${subject(job, number)}`}
      lead={job.by === ANYBODY ? dateTime(job.started) : `${dateTime(job.started)} · ${job.by}`}
      mark={<JobBadge state={job.state} />}
      actions={
        <>
          <ButtonLink to="/backups" search={{ tab: 'jobs' }} variant="default">
            {messages.back}
          </ButtonLink>
          {isOver(job) ? null : <Cancel id={job.id} />}
        </>
      }
    >
      <Stack gap="lg" data-job={job.id} data-job-kind={job.kind}>
        {isOver(job) ? null : (
          <Panel>
            <JobProgress job={job} />
          </Panel>
        )}
        {job.problem ? <ProblemNote error={new Problem(409, job.problem)} /> : null}
        <JobResult job={job} />
        {job.notes.length > 0 ? (
          <Panel title={messages.notes}>
            <List size="sm" lang="en">
              {job.notes.map((note, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same, and only come behind others
                <List.Item key={line}>{note}</List.Item>
              ))}
            </List>
          </Panel>
        ) : null}
        {job.kind === 'restore' && job.state === 'cancelled' ? (
          <Text c="dimmed">{messages.goesOn}</Text>
        ) : null}
      </Stack>
    </Page>
  );
}

function Cancel({ id }: { readonly id: string }) {
  const { jobs: messages } = useMessages();
  const cache = useQueryClient();
  const { busy, error, attempt } = useAttempt();
  const needs = useNeeds();
  const cancel = () =>
    void attempt(async () => {
      cache.setQueryData(jobQuery(id).queryKey, await cancelJob(id));
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={busy}
        onClick={cancel}
        {...needs('operator')}
      >
        {messages.cancel}
      </Button>
      {error ? <ProblemNote error={error} /> : null}
    </>
  );
}
