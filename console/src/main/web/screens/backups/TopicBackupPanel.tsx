import { useQuery } from '@tanstack/react-query';
import { type PartitionBackup, topicBackup } from '../../api/backups';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { SimpleGrid, Table, Text } from '../../ui/controls';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Verdict } from '../../ui/Verdict';
import { Waiting } from '../../ui/Waiting';
import { moment, records } from './times';

interface Props {
  readonly bucket: string;
  readonly cluster: string;
  readonly topic: string;
}

/** What a bucket has of a topic: offsets, records and times of each partition. */
export function TopicBackupPanel({ bucket, cluster, topic }: Props) {
  const { backups: messages } = useMessages();
  const { number, dateTime } = useFormats();
  const query = useQuery(topicBackup(bucket, cluster, topic));
  return (
    <Panel title={topic}>
      <Waiting query={query}>
        {({ topics, problems }) => {
          const partitions = topics[0]?.partitions ?? [];
          const [from, to] = span(partitions);
          return (
            <>
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <Figure label={messages.records} value={number(records(partitions))} />
                <Figure
                  label={messages.span}
                  value={
                    <Text size="sm" fw={600}>
                      {messages.spanOf(moment(from, dateTime), moment(to, dateTime))}
                    </Text>
                  }
                />
              </SimpleGrid>
              {problems.length > 0 ? (
                <Verdict good={false} title={messages.problems(problems.length)} lines={problems} />
              ) : null}
              <Partitions topic={topic} partitions={partitions} />
            </>
          );
        }}
      </Waiting>
    </Panel>
  );
}

function Partitions({
  topic,
  partitions,
}: {
  readonly topic: string;
  readonly partitions: readonly PartitionBackup[];
}) {
  const { backups: messages } = useMessages();
  const { number, dateTime } = useFormats();
  const range = ({ firstOffset, lastOffset }: PartitionBackup) =>
    firstOffset < 0 ? '–' : `${number(firstOffset)} – ${number(lastOffset)}`;
  return (
    <Scroll label={topic} wide={560} most={480}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{messages.partition}</Table.Th>
            <Table.Th ta="right">{messages.records}</Table.Th>
            <Table.Th ta="right">{messages.offsets}</Table.Th>
            <Table.Th ta="right">{messages.commits}</Table.Th>
            <Table.Th>{messages.lastRecord}</Table.Th>
            <Table.Th>{messages.fidelity}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="tabular">
          {partitions.map((each) => (
            <Table.Tr key={each.partition} data-partition={each.partition}>
              <Table.Td>{each.partition}</Table.Td>
              <Table.Td ta="right">{number(each.records)}</Table.Td>
              <Table.Td ta="right">{range(each)}</Table.Td>
              <Table.Td ta="right">{number(each.commits)}</Table.Td>
              <Table.Td>{moment(each.lastTimestamp, dateTime)}</Table.Td>
              <Table.Td>{messages.fidelities[each.fidelity]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}

/** The first and the last time; -1 where it is not known. */
function span(partitions: readonly PartitionBackup[]): readonly [number, number] {
  const known = partitions.filter((each) => each.firstTimestamp >= 0);
  return known.length === 0
    ? [-1, -1]
    : [
        Math.min(...known.map((each) => each.firstTimestamp)),
        Math.max(...known.map((each) => each.lastTimestamp)),
      ];
}
