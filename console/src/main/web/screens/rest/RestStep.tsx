import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { send } from '../../api/rest';
import type { ProxyAnswer, ProxyRequest } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Copy } from '../../ui/Copy';
import { Badge, Button, Code, Group, Stack, Text } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import { Scroll } from '../../ui/Scroll';
import { useAttempt } from '../../ui/useAttempt';
import { line, pretty } from './steps';

interface Props {
  readonly title: string;
  readonly address: string;
  readonly request: ProxyRequest;
  readonly possible: boolean;
}

/** One request, as a line for a shell and with its answer. */
export function RestStep({ title, address, request, possible }: Props) {
  const { rest } = useMessages();
  const needs = useNeeds();
  const [answer, setAnswer] = useState<ProxyAnswer>();
  const { busy, error, attempt } = useAttempt();
  const typed = line(address, request);
  return (
    <Stack gap={6} role="group" aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Group gap="xs">
          <Copy value={typed} label={title} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={14} aria-hidden />}
            aria-label={`${rest.send}: ${title}`}
            loading={busy}
            onClick={() => void attempt(async () => setAnswer(await send(request)))}
            {...needs('designer')}
            {...(possible ? {} : { disabled: true })}
          >
            {rest.send}
          </Button>
        </Group>
      </Group>
      <Scroll label={title}>
        <Code block>{typed}</Code>
      </Scroll>
      {error ? <ProblemNote error={error} /> : null}
      {answer ? <Answer title={title} answer={answer} /> : null}
    </Stack>
  );
}

function Answer({ title, answer }: { readonly title: string; readonly answer: ProxyAnswer }) {
  const { rest } = useMessages();
  return (
    <Stack gap={4} role="status" data-status={answer.status}>
      <Group gap="xs">
        <Badge variant="light" color={answer.status < 400 ? 'teal' : 'red'}>
          {answer.status}
        </Badge>
        <Text size="xs" c="dimmed">
          {rest.took(answer.millis)}
        </Text>
      </Group>
      {answer.body === '' ? null : (
        <Scroll label={`${rest.answer}: ${title}`} most={320}>
          <Code block>{pretty(answer.body)}</Code>
        </Scroll>
      )}
      {answer.cut ? (
        <Text size="xs" c="dimmed">
          {rest.cut}
        </Text>
      ) : null}
    </Stack>
  );
}
