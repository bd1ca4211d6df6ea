import { useQuery } from '@tanstack/react-query';
import { notes } from '../../api/tasks';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Table, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
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
            <Scroll label={monitor.events} wide={560}>
              <Table verticalSpacing="xs">
                <Table.Tbody>
                  {items
                    .slice(-SHOWN)
                    .reverse()
                    .map((note) => (
                      <Table.Tr key={note.id}>
                        <Table.Td w={220} className="tabular">
                          {dateTime(note.time)}
                        </Table.Td>
                        <Table.Td w={220} fw={600}>
                          {eventName(monitor.eventNames, note.event)}
                        </Table.Td>
                        <Table.Td>
                          <Text size="sm" c="dimmed">
                            {PLAIN.has(note.event) ? '' : note.text}
                          </Text>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                </Table.Tbody>
              </Table>
            </Scroll>
          )
        }
      </Waiting>
    </Panel>
  );
}

/** Events of which the server's words say no more than their names. */
const PLAIN: ReadonlySet<string> = new Set(['started', 'stopped', 'load-started', 'load-completed']);

function eventName(names: Readonly<Record<string, string>>, event: string): string {
  return names[event] ?? event;
}
