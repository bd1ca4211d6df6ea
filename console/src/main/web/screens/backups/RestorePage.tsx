import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { dryRun, type RestoreTarget } from '../../api/backups';
import { clusters } from '../../api/clusters';
import { endpoints } from '../../api/endpoints';
import { faultOf } from '../../api/problem';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Checkbox, Select, SimpleGrid, Stack, TextInput } from '../../ui/controls';
import { FormFrame } from '../../ui/FormFrame';
import { useAttempt } from '../../ui/useAttempt';

const CLUSTER = 'cluster:';

const target = (value: string): RestoreTarget =>
  value.startsWith(CLUSTER)
    ? { cluster: value.slice(CLUSTER.length) }
    : { endpoint: value.slice(value.indexOf(':') + 1) };

/** What is to be restored, and where; a dry run comes first. */
export function RestorePage() {
  const { restore: messages } = useMessages();
  const { bucket, cluster } = useSearch({ from: '/restore' });
  const navigate = useNavigate();
  const cache = useQueryClient();
  const needs = useNeeds();
  const { busy, error, attempt } = useAttempt();
  const [into, setInto] = useState<string | null>(null);
  const [topics, setTopics] = useState('');
  const [until, setUntil] = useState('');
  const [groups, setGroups] = useState(true);
  const [verify, setVerify] = useState(true);
  const [keepOldRecords, setKeepOldRecords] = useState(false);
  const places = usePlaces();

  const plan = () =>
    void attempt(async () => {
      const job = await dryRun({
        bucket,
        target: target(into ?? CLUSTER),
        ...(cluster ? { cluster } : {}),
        ...(topics.trim() ? { topics: topics.trim() } : {}),
        ...(until.trim() ? { until: until.trim() } : {}),
        groups,
        verify,
        keepOldRecords,
      });
      await cache.invalidateQueries({ queryKey: ['jobs'] });
      await navigate({ to: '/jobs/$id', params: { id: job.id } });
    });

  return (
    <FormFrame
      title={messages.title}
      lead={messages.lead}
      action={messages.plan}
      needs={into === null ? { disabled: true } : needs('operator')}
      busy={busy}
      error={error}
      onSubmit={plan}
      onCancel={() => void navigate({ to: '/backups', search: { tab: 'buckets', bucket } })}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={messages.bucket} value={bucket} readOnly />
        <TextInput label={messages.source} value={cluster} readOnly />
      </SimpleGrid>
      <Select
        label={messages.target}
        description={messages.targetHelp}
        data={places}
        value={into}
        onChange={setInto}
        error={faultOf(error, 'target')}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={messages.topics}
          description={messages.topicsHelp}
          placeholder="world\..*"
          value={topics}
          onChange={(event) => setTopics(event.currentTarget.value)}
          error={faultOf(error, 'topics')}
        />
        <TextInput
          label={messages.until}
          description={messages.untilHelp}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={faultOf(error, 'until')}
        />
      </SimpleGrid>
      <Stack gap="sm">
        <Checkbox
          label={messages.groups}
          checked={groups}
          onChange={(event) => setGroups(event.currentTarget.checked)}
        />
        <Checkbox
          label={messages.verify}
          checked={verify}
          onChange={(event) => setVerify(event.currentTarget.checked)}
        />
        <Checkbox
          label={messages.keepOld}
          description={messages.keepOldHelp}
          checked={keepOldRecords}
          onChange={(event) => setKeepOldRecords(event.currentTarget.checked)}
        />
      </Stack>
    </FormFrame>
  );
}

/** Where a backup may be brought. */
function usePlaces() {
  const { restore: messages } = useMessages();
  const known = useQuery(clusters).data?.items ?? [];
  const defined = (useQuery(endpoints).data?.items ?? []).filter((each) => each.role === 'target');
  const group = (title: string, kind: string, names: readonly string[]) => ({
    group: title,
    items: names.map((name) => ({ value: `${kind}:${name}`, label: name })),
  });
  return [
    group(
      messages.clusters,
      'cluster',
      known.map((each) => each.clusterName),
    ),
    group(
      messages.endpoints,
      'endpoint',
      defined.map((each) => each.name),
    ),
  ];
}
