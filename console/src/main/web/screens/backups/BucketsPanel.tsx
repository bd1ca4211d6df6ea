import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { backups, buckets } from '../../api/backups';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Stack, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { ButtonLink, Link } from '../../ui/Link';
import { LinkTable } from '../../ui/LinkTable';
import { Panel } from '../../ui/Panel';
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
            <Empty title={messages.noBuckets} text={messages.noBucketsText}>
              <ButtonLink to="/new-backup">{messages.new}</ButtonLink>
            </Empty>
          </Panel>
        ) : (
          <Stack gap="lg">
            <Panel>
              <LinkTable
                label={messages.tabs.buckets}
                items={items}
                nameOf={(each) => each.name}
                shown={shown}
                mark="bucket"
                most={280}
                columns={[
                  {
                    label: messages.bucket,
                    cell: (each) => (
                      <Link
                        to="/backups"
                        search={{ tab: 'buckets', bucket: each.name }}
                        fw={600}
                        {...(each.name === shown ? { 'aria-current': 'true' } : {})}
                      >
                        {each.name}
                      </Link>
                    ),
                  },
                  { label: messages.created, cell: (each) => dateTime(each.created) },
                ]}
              />
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
