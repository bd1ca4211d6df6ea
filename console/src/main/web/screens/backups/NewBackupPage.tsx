import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createBackup } from '../../api/backups';
import { faultOf } from '../../api/problem';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { NumberInput, SimpleGrid, TextInput } from '../../ui/controls';
import { FormFrame } from '../../ui/FormFrame';
import { useAttempt } from '../../ui/useAttempt';

/** What shall be copied, and where to. */
export function NewBackupPage() {
  const { backups: messages, task } = useMessages();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const needs = useNeeds();
  const { busy, error, attempt } = useAttempt();
  const [name, setName] = useState(messages.usualName);
  const [topics, setTopics] = useState('world\\..*');
  const [bucket, setBucket] = useState(messages.usualName);
  const [every, setEvery] = useState(60);
  const create = () =>
    void attempt(async () => {
      await createBackup({ name: name.trim(), topics: topics.trim(), bucket: bucket.trim(), every });
      await cache.invalidateQueries({ queryKey: ['backup-tasks'] });
      await cache.invalidateQueries({ queryKey: ['buckets'] });
      await navigate({ to: '/backups', search: { tab: 'tasks' } });
    });
  return (
    <FormFrame
      title={messages.new}
      lead={messages.newLead}
      action={messages.begin}
      needs={needs('designer')}
      busy={busy}
      error={error}
      onSubmit={create}
      onCancel={() => void navigate({ to: '/backups', search: { tab: 'buckets' } })}
    >
      <TextInput
        label={messages.name}
        description={task.nameHelp}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultOf(error, 'name')}
        maxLength={32}
        required
      />
      <TextInput
        label={messages.topics}
        description={messages.topicsHelp}
        classNames={{ input: 'mono' }}
        value={topics}
        onChange={(event) => setTopics(event.currentTarget.value)}
        error={faultOf(error, 'topics')}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={messages.bucket}
          description={messages.bucketHelp}
          value={bucket}
          onChange={(event) => setBucket(event.currentTarget.value)}
          error={faultOf(error, 'bucket')}
          maxLength={63}
          required
        />
        <NumberInput
          label={messages.every}
          description={messages.everyHelp}
          min={1}
          max={86_400}
          allowDecimal={false}
          value={every}
          onChange={(value) => setEvery(Number(value))}
          error={faultOf(error, 'every')}
        />
      </SimpleGrid>
    </FormFrame>
  );
}
