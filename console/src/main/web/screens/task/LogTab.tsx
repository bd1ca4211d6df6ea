import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { log } from '../../api/tasks';
import type { LogLine } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import {
  Button,
  Code,
  Group,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  useDebouncedValue,
} from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';

const COLORS: Record<LogLine['level'], string> = {
  ERROR: 'red',
  WARN: 'orange',
  INFO: 'dimmed',
  DEBUG: 'dimmed',
  TRACE: 'dimmed',
};

/** What the task wrote, from all workers, the newest first. */
export function LogTab({ task }: { readonly task: string }) {
  const { log: messages } = useMessages();
  const [level, setLevel] = useState('info');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 300);
  const query = useQuery(log(task, level, settled));
  return (
    <Panel>
      <Group align="flex-end">
        <Select
          label={messages.level}
          data={Object.entries(messages.levels).map(([value, label]) => ({ value, label }))}
          value={level}
          allowDeselect={false}
          onChange={(value) => setLevel(value ?? 'info')}
        />
        <TextInput
          label={messages.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          component="a"
          href={`/api/v1/tasks/${encodeURIComponent(task)}/log/download`}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {messages.download}
        </Button>
      </Group>
      <Waiting query={query}>
        {({ items }) =>
          items.length === 0 ? <Text c="dimmed">{messages.empty}</Text> : <Lines lines={items} />
        }
      </Waiting>
    </Panel>
  );
}

function Lines({ lines }: { readonly lines: readonly LogLine[] }) {
  const { log: messages, task: words } = useMessages();
  const { dateTime } = useFormats();
  return (
    <Scroll label={words.log} wide={720} most={640}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {[...lines].reverse().map((line) => (
            <Table.Tr key={line.id} data-level={line.level}>
              <Table.Td w={220} className="tabular">
                {dateTime(line.time)}
              </Table.Td>
              <Table.Td w={80}>
                <Text size="sm" fw={600} c={COLORS[line.level]}>
                  {line.level}
                </Text>
              </Table.Td>
              <Table.Td w={180}>
                <Code>{line.component}</Code>
              </Table.Td>
              <Table.Td>
                <Stack gap={2}>
                  <Text size="sm">{line.text}</Text>
                  {line.cause ? (
                    <Text size="sm" c="dimmed">
                      {line.cause}
                    </Text>
                  ) : null}
                  {line.remedy ? (
                    <Text size="sm">
                      {messages.remedy}: {line.remedy}
                    </Text>
                  ) : null}
                </Stack>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}
