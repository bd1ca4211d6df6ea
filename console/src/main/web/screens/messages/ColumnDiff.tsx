import type { ExplainedMessage } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Group, Table, Text } from '../../ui/controls';
import { shown } from './values';

/** The columns of a row, before and after where it was changed. */
export function ColumnDiff({ message }: { readonly message: ExplainedMessage }) {
  const { messages: words } = useMessages();
  const both = message.operation === 'UPDATE';
  return (
    <Table verticalSpacing={4} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.column}</Table.Th>
          {both ? <Table.Th>{words.old}</Table.Th> : null}
          <Table.Th>{both ? words.new : words.value}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {message.columns.map((column) => {
          const marked = both && column.changed;
          return (
            <Table.Tr key={column.name} {...(marked ? { bg: 'var(--mantine-color-blue-light)' } : {})}>
              <Table.Td>
                <Group gap="xs">
                  <Text size="sm" fw={500}>
                    {column.name}
                  </Text>
                  {marked ? (
                    <Text size="xs" c="var(--mantine-color-blue-light-color)">
                      {words.changed}
                    </Text>
                  ) : null}
                </Group>
              </Table.Td>
              {both ? <Value json={column.old} /> : null}
              {column.present ? (
                <Value json={message.operation === 'DELETE' ? column.old : column.new} strong={marked} />
              ) : (
                <Table.Td>
                  <Text size="sm" c="dimmed" fs="italic">
                    {words.notSent}
                  </Text>
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Value({ json, strong = false }: { readonly json: string; readonly strong?: boolean }) {
  return (
    <Table.Td>
      <Text className="mono" fw={strong ? 700 : 400} {...(json === 'null' ? { c: 'dimmed' } : {})}>
        {shown(json)}
      </Text>
    </Table.Td>
  );
}
