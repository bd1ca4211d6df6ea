import { IconRestore, IconShieldCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type BackupSummary, verify } from '../../api/backups';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Button, Grid, Text } from '../../ui/controls';
import { ButtonLink, Link } from '../../ui/Link';
import { LinkTable } from '../../ui/LinkTable';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
import { Verdict } from '../../ui/Verdict';
import { TopicBackupPanel } from './TopicBackupPanel';
import { moment } from './times';

interface Props {
  readonly bucket: string;
  readonly backup: BackupSummary;
}

/** What a bucket has of a cluster: its topics, and the partitions of one. */
export function BackupPanel({ bucket, backup }: Props) {
  const { backups: messages } = useMessages();
  const { number, dateTime } = useFormats();
  const { cluster, topic } = useSearch({ from: '/backups' });
  const shown = cluster === backup.cluster ? topic : undefined;
  const title = backup.cluster === 'unknown' ? messages.unknown : messages.ofCluster(backup.cluster);
  return (
    <Grid data-backup={backup.cluster}>
      <Grid.Col span={{ base: 12, xl: shown ? 5 : 12 }}>
        <Panel title={title} actions={<Actions bucket={bucket} cluster={backup.cluster} />}>
          <Text size="sm" c="dimmed">
            {backup.groupsTime < 0
              ? messages.noGroups
              : messages.groups(backup.groups, moment(backup.groupsTime, dateTime))}
          </Text>
          {backup.problems.length > 0 ? (
            <Verdict good={false} title={messages.problems(backup.problems.length)} lines={backup.problems} />
          ) : null}
          <LinkTable
            label={title}
            items={backup.topics}
            nameOf={(each) => each.topic}
            shown={shown}
            mark="backup-topic"
            wide={420}
            most={560}
            columns={[
              {
                label: messages.topic,
                cell: (each) => (
                  <Link
                    to="/backups"
                    search={{ tab: 'buckets', bucket, cluster: backup.cluster, topic: each.topic }}
                    className="mono"
                    {...(each.topic === shown ? { 'aria-current': 'true' } : {})}
                  >
                    {each.topic}
                  </Link>
                ),
              },
              { label: messages.partitions, number: true, cell: (each) => number(each.partitions) },
              { label: messages.lastRecord, cell: (each) => moment(each.lastTimestamp, dateTime) },
            ]}
          />
        </Panel>
      </Grid.Col>
      {shown ? (
        <Grid.Col span={{ base: 12, xl: 7 }}>
          <TopicBackupPanel key={shown} bucket={bucket} cluster={backup.cluster} topic={shown} />
        </Grid.Col>
      ) : null}
    </Grid>
  );
}

function Actions({ bucket, cluster }: { readonly bucket: string; readonly cluster: string }) {
  const { backups: messages } = useMessages();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const needs = useNeeds();
  const { busy, error, attempt } = useAttempt();
  const begin = () =>
    void attempt(async () => {
      const job = await verify(bucket, cluster);
      await cache.invalidateQueries({ queryKey: ['jobs'] });
      await navigate({ to: '/jobs/$id', params: { id: job.id } });
    });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconShieldCheck size={14} aria-hidden />}
        loading={busy}
        onClick={begin}
        {...needs('operator')}
      >
        {messages.verify}
      </Button>
      <ButtonLink
        to="/restore"
        search={{ bucket, cluster }}
        size="xs"
        leftSection={<IconRestore size={14} aria-hidden />}
      >
        {messages.restore}
      </ButtonLink>
      {error ? <ProblemNote error={error} /> : null}
    </>
  );
}
