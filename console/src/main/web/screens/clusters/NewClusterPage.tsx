import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createCluster } from '../../api/clusters';
import { faultOf } from '../../api/problem';
import type { Access } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Group, NumberInput, Radio, SimpleGrid, Text, TextInput } from '../../ui/controls';
import { FormFrame } from '../../ui/FormFrame';
import { useAttempt } from '../../ui/useAttempt';

const ACCESSES: readonly Access[] = ['plaintext', 'tls', 'scram', 'certificates'];

/** What a new cluster shall be; its brokers then start as processes of this machine. */
export function NewClusterPage() {
  const { clusters: messages } = useMessages();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { busy, error, attempt } = useAttempt();
  const needs = useNeeds();
  const [name, setName] = useState('');
  const [version, setVersion] = useState('4.3.1');
  const [zones, setZones] = useState(2);
  const [perZone, setPerZone] = useState(1);
  const [access, setAccess] = useState<Access>('plaintext');

  const create = () =>
    void attempt(async () => {
      const wanted = { name: name.trim(), version: version.trim(), zones, brokers: zones * perZone, access };
      await createCluster(wanted);
      await cache.invalidateQueries({ queryKey: ['clusters'] });
      await navigate({ to: '/clusters/$name', params: { name: wanted.name }, search: { tab: 'overview' } });
    });

  return (
    <FormFrame
      title={messages.new}
      lead={messages.newLead}
      action={messages.create}
      needs={needs('designer')}
      busy={busy}
      error={error}
      onSubmit={create}
      onCancel={() => void navigate({ to: '/clusters' })}
    >
      <TextInput
        label={messages.name}
        description={messages.nameHelp}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultOf(error, 'name')}
        maxLength={64}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberInput
          label={messages.zones}
          description={messages.zonesHelp}
          value={zones}
          onChange={(value) => setZones(Number(value))}
          min={2}
          max={3}
          error={faultOf(error, 'zones')}
        />
        <NumberInput
          label={messages.perZone}
          description={messages.total(zones * perZone)}
          value={perZone}
          onChange={(value) => setPerZone(Number(value))}
          min={1}
          max={5}
          error={faultOf(error, 'brokers')}
        />
        <TextInput
          label={messages.version}
          description={messages.versionHelp}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
          error={faultOf(error, 'version')}
        />
      </SimpleGrid>
      <Radio.Group
        label={messages.access}
        value={access}
        onChange={(value) => setAccess(value as Access)}
        error={faultOf(error, 'access')}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
          {ACCESSES.map((each) => (
            <Radio.Card key={each} value={each} p="md" aria-label={messages.accesses[each].name}>
              <Group gap="xs" wrap="nowrap" mb={4}>
                <Radio.Indicator />
                <Text fw={600} size="sm">
                  {messages.accesses[each].name}
                </Text>
              </Group>
              <Text size="sm" c="dimmed">
                {messages.accesses[each].text}
              </Text>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
    </FormFrame>
  );
}
