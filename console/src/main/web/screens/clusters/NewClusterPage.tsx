import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createCluster } from '../../api/clusters';
import { faultOf } from '../../api/problem';
import type { Access } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import {
  Box,
  Button,
  Group,
  NumberInput,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '../../ui/controls';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';

const ACCESSES: readonly Access[] = ['plaintext', 'tls', 'scram', 'certificates'];

/** What a new cluster shall be; its brokers then start as processes of this machine. */
export function NewClusterPage() {
  const { clusters: messages, actions } = useMessages();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { busy, error, attempt } = useAttempt();
  const needs = useNeeds();
  const [name, setName] = useState('');
  const [version, setVersion] = useState('4.3.1');
  const [zones, setZones] = useState(2);
  const [perZone, setPerZone] = useState(1);
  const [access, setAccess] = useState<Access>('plaintext');

  const create = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const wanted = { name: name.trim(), version: version.trim(), zones, brokers: zones * perZone, access };
      await createCluster(wanted);
      await cache.invalidateQueries({ queryKey: ['clusters'] });
      await navigate({ to: '/clusters/$name', params: { name: wanted.name }, search: { tab: 'overview' } });
    });
  };

  return (
    <Page title={messages.new} lead={messages.newLead}>
      <Box maw={920}>
        <Panel>
          <form onSubmit={create}>
            <Stack gap="lg">
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
              {error ? <ProblemNote error={error} /> : null}
              <Group>
                <Button type="submit" loading={busy} {...needs('designer')}>
                  {messages.create}
                </Button>
                <Button variant="default" onClick={() => void navigate({ to: '/clusters' })}>
                  {actions.cancel}
                </Button>
              </Group>
            </Stack>
          </form>
        </Panel>
      </Box>
    </Page>
  );
}
