import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { drill } from '../../api/backups';
import { faultOf } from '../../api/problem';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Box, Button, Group, NumberInput, Stack, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';

/** Begins a rehearsal of the loss of a cluster. */
export function DrillForm() {
  const { backups: messages } = useMessages();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const needs = useNeeds();
  const { busy, error, attempt } = useAttempt();
  const [records, setRecords] = useState(100_000);
  const begin = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const job = await drill(records);
      await cache.invalidateQueries({ queryKey: ['jobs'] });
      await navigate({ to: '/jobs/$id', params: { id: job.id } });
    });
  };
  return (
    <Box maw={720}>
      <Panel title={messages.drillTitle}>
        <form onSubmit={begin}>
          <Stack>
            <Text c="dimmed">{messages.drillText}</Text>
            <NumberInput
              label={messages.drillRecords}
              description={messages.drillRecordsHelp}
              value={records}
              onChange={(value) => setRecords(Number(value))}
              thousandSeparator=" "
              min={100}
              max={10_000_000}
              step={10_000}
              maw={260}
              error={faultOf(error, 'records')}
            />
            {error ? <ProblemNote error={error} /> : null}
            <Group>
              <Button type="submit" loading={busy} {...needs('operator')}>
                {messages.drillStart}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
    </Box>
  );
}
