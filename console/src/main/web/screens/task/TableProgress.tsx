import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { taskTables } from '../../api/tasks';
import type { TableStatus, TaskStatus } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Progress, SegmentedControl, Table, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';

const STATES = ['queued', 'loading', 'completed', 'error'] as const;

interface Props {
  readonly task: string;
  readonly counts: TaskStatus['tables'];
}

/** Each table with its load and its changes. */
export function TableProgress({ task, counts }: Props) {
  const { monitor, task: words, tables: messages } = useMessages();
  const [state, setState] = useState('');
  const query = useQuery(taskTables(task, state));
  return (
    <Panel
      title={words.tables}
      actions={
        <SegmentedControl
          aria-label={monitor.load}
          maw="100%"
          style={{ overflowX: 'auto' }}
          size="xs"
          value={state}
          onChange={setState}
          data={[
            { value: '', label: `${monitor.all} ${counts?.total ?? 0}` },
            ...STATES.map((each) => ({
              value: each,
              label: `${monitor.states[each]} ${counts?.[each] ?? 0}`,
            })),
          ]}
        />
      }
    >
      <Waiting query={query}>
        {({ items }) =>
          items.length === 0 ? <Text c="dimmed">{messages.nothing}</Text> : <Rows tables={items} />
        }
      </Waiting>
    </Panel>
  );
}

function Rows({ tables }: { readonly tables: readonly TableStatus[] }) {
  const { monitor } = useMessages();
  const { number, bytes, duration } = useFormats();
  return (
    <Scroll label={monitor.table} wide={760} most={480}>
      <Table className="tabular" stickyHeader verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{monitor.table}</Table.Th>
            <Table.Th w={180}>{monitor.load}</Table.Th>
            <Table.Th ta="right">{monitor.rows}</Table.Th>
            <Table.Th ta="right">{monitor.volume}</Table.Th>
            <Table.Th ta="right">{monitor.duration}</Table.Th>
            <Table.Th ta="right">{monitor.inserts}</Table.Th>
            <Table.Th ta="right">{monitor.updates}</Table.Th>
            <Table.Th ta="right">{monitor.deletes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tables.map((table) => (
            <Table.Tr key={table.table} data-table={table.table} data-state={table.state}>
              <Table.Td>{table.table}</Table.Td>
              <Table.Td>
                <Progress
                  value={
                    table.state === 'completed' ? 100 : (100 * table.rows) / Math.max(1, table.estimatedRows)
                  }
                  color={table.state === 'error' ? 'red' : table.state === 'completed' ? 'teal' : 'water'}
                  mb={4}
                  aria-label={`${table.table}: ${monitor.states[table.state]}`}
                />
                <Text size="xs" c="dimmed">
                  {monitor.states[table.state]}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{number(table.rows)}</Table.Td>
              <Table.Td ta="right">{bytes(table.bytes)}</Table.Td>
              <Table.Td ta="right">
                {table.loadMillis === undefined ? '–' : duration(table.loadMillis)}
              </Table.Td>
              <Table.Td ta="right">{number(table.inserts)}</Table.Td>
              <Table.Td ta="right">{number(table.updates)}</Table.Td>
              <Table.Td ta="right">{number(table.deletes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}
