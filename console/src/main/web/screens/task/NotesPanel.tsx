import { useQuery } from '@tanstack/react-query';
import { notes } from '../../api/tasks';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Code, Table, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';

const SHOWN = 20;

/** What happened to the task, the newest first. */
export function NotesPanel({ task }: { readonly task: string }) {
  const { monitor } = useMessages();
  const { dateTime } = useFormats();
  const query = useQuery(notes(task));
  return (
    <Panel title={monitor.events}>
      <Waiting query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{monitor.noEvents}</Text>
          ) : (
            <Table>
              <Table.Tbody>
                {items
                  .slice(-SHOWN)
                  .reverse()
                  .map((note) => (
                    <Table.Tr key={note.id}>
                      <Table.Td w={200} className="tabular">
                        {dateTime(note.time)}
                      </Table.Td>
                      <Table.Td w={200}>
                        <Code>{note.event}</Code>
                      </Table.Td>
                      <Table.Td>{note.text}</Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Waiting>
    </Panel>
  );
}
