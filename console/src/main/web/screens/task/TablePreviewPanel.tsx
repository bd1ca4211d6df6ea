import { useQuery } from '@tanstack/react-query';
import { preview } from '../../api/tasks';
import type { TablePreview, TableRule, TableSettings } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useMay } from '../../session/SignedIn';
import { Badge, Code, Loader, Table, Text, useDebouncedValue } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';
import { Scroll } from '../../ui/Scroll';

interface Props {
  readonly task: string;
  readonly table: string;
  readonly settings: TableSettings;
  readonly rules: readonly TableRule[];
}

type Item = TablePreview['items'][number];

const COLORS = { sent: 'teal', 'left-out': 'gray', failed: 'red' } as const;

/** What would become of the first rows of a table, while its settings are written. */
export function TablePreviewPanel({ task, table, settings, rules }: Props) {
  const { tableSettings: words, session } = useMessages();
  const may = useMay()('designer');
  const [settled] = useDebouncedValue(settings, 500);
  const { data, error, isFetching } = useQuery({
    ...preview(task, table, settled, rules),
    enabled: may,
    placeholderData: (before) => (before?.table === table ? before : undefined),
  });
  const busy = isFetching || settled !== settings;
  return (
    <Panel
      title={words.preview}
      actions={busy && may ? <Loader size="xs" aria-label={words.preview} /> : null}
    >
      <Text size="sm" c="dimmed">
        {may ? words.previewHelp : session.needs(session.roles.designer)}
      </Text>
      {error ? <ProblemNote error={error} /> : null}
      {data && !error ? <Rows preview={data} /> : null}
    </Panel>
  );
}

function Rows({ preview }: { readonly preview: TablePreview }) {
  const { tableSettings: words, task, messages } = useMessages();
  const names = [...new Set(preview.items.flatMap((item) => Object.keys(item.data ?? {})))];
  const places = new Set(preview.items.flatMap((item) => (item.outcome === 'sent' ? [place(item)] : [])));
  const apart = places.size > 1;
  if (preview.items.length === 0) return <Text c="dimmed">{words.noRows}</Text>;
  return (
    <>
      {apart || places.size === 0 ? null : (
        <Text size="sm">
          {task.topic}: <Code>{[...places][0]}</Code>
        </Text>
      )}
      <Scroll label={words.preview} wide={420} most={560}>
        <Table verticalSpacing={6} className="oneline">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.outcome}</Table.Th>
              {apart ? <Table.Th>{task.topic}</Table.Th> : null}
              <Table.Th>{messages.key}</Table.Th>
              {names.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.items.map((item, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike, and their order is the server's
              <Table.Tr key={line} data-outcome={item.outcome}>
                <Table.Td>
                  <Badge variant="light" tt="none" miw="max-content" color={COLORS[item.outcome]}>
                    {words.outcomes[item.outcome]}
                  </Badge>
                </Table.Td>
                {item.outcome === 'sent' ? (
                  <>
                    {apart ? <Table.Td>{place(item)}</Table.Td> : null}
                    <Table.Td className="mono">{item.key ?? '–'}</Table.Td>
                    {names.map((name) => (
                      <Table.Td key={name}>{shown(item.data?.[name])}</Table.Td>
                    ))}
                  </>
                ) : (
                  <Table.Td colSpan={2 + names.length} maw={420} style={{ whiteSpace: 'normal' }}>
                    <Text size="sm" c="dimmed">
                      {item.row}
                    </Text>
                    {item.reason ? (
                      <Text size="sm" lang="en">
                        {item.reason}
                      </Text>
                    ) : null}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scroll>
    </>
  );
}

/** Where a row goes. */
const place = (item: Item) =>
  `${item.topic ?? ''}${item.partition === undefined ? '' : ` / ${item.partition}`}`;

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
