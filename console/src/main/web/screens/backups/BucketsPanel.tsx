import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { backups, buckets } from '../../api/backups';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Stack, Table, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';
import { BackupPanel } from './BackupPanel';

/** All buckets, and what the chosen one has; of a single one, that. */
export function BucketsPanel() {
  const { backups: messages } = useMessages();
  const { bucket } = useSearch({ from: '/backups' });
  const { dateTime } = useFormats();
  const query = useQuery(buckets);
  return (
    <Waiting query={query}>
      {({ items }) => {
        const shown = bucket ?? (items.length === 1 ? items[0]?.name : undefined);
        return items.length === 0 ? (
          <Panel>
            <Empty title={messages.noBuckets} text={messages.noBucketsText} />
          </Panel>
        ) : (
          <Stack gap="lg">
            <Panel>
              <Scroll label={messages.tabs.buckets} most={280}>
                <Table highlightOnHover>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{messages.bucket}</Table.Th>
                      <Table.Th>{messages.created}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((each) => (
                      <Table.Tr
                        key={each.name}
                        data-bucket={each.name}
                        bg={each.name === shown ? 'var(--mantine-color-default-hover)' : ''}
                      >
                        <Table.Td>
                          <Link
                            to="/backups"
                            search={{ tab: 'buckets', bucket: each.name }}
                            fw={600}
                            {...(each.name === shown ? { 'aria-current': 'true' } : {})}
                          >
                            {each.name}
                          </Link>
                        </Table.Td>
                        <Table.Td>{dateTime(each.created)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Scroll>
            </Panel>
            {shown ? <Backups key={shown} bucket={shown} /> : null}
          </Stack>
        );
      }}
    </Waiting>
  );
}

function Backups({ bucket }: { readonly bucket: string }) {
  const { backups: messages } = useMessages();
  const query = useQuery(backups(bucket));
  return (
    <Waiting query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Panel title={bucket}>
            <Text c="dimmed">{messages.nothing}</Text>
          </Panel>
        ) : (
          items.map((each) => <BackupPanel key={each.cluster} bucket={bucket} backup={each} />)
        )
      }
    </Waiting>
  );
}
