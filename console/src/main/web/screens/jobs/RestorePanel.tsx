import type { RestoreReport } from '../../api/backups';
import { isOver, type RestoreJob } from '../../api/jobs';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { SimpleGrid, Table, Text } from '../../ui/controls';
import { Details } from '../../ui/Details';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Verdict } from '../../ui/Verdict';
import { moment } from '../backups/times';
import { RestoreNow } from './RestoreNow';
import { targetName } from './subject';

/** What a restore would do, or has done, and how it goes on from there. */
export function RestorePanel({ job }: { readonly job: RestoreJob }) {
  const { jobs: messages } = useMessages();
  const { number } = useFormats();
  const { result } = job;
  if (result === null) return job.kind === 'restore' && isOver(job) ? <RestoreNow job={job} /> : null;
  return (
    <>
      {job.kind === 'dry-run' ? (
        <Text>{messages.nothingChanged}</Text>
      ) : (
        <Verdict good title={messages.restored(number(result.records))} />
      )}
      {result.warnings.length > 0 ? (
        <Verdict good={false} title={messages.warnings} lines={result.warnings} />
      ) : null}
      <Topics job={job} report={result} />
      {result.groups.length > 0 ? <Groups report={result} /> : null}
    </>
  );
}

function Topics({ job, report }: { readonly job: RestoreJob; readonly report: RestoreReport }) {
  const { jobs: messages, backups } = useMessages();
  const { number, decimal, dateTime } = useFormats();
  const title = `${job.request.bucket} → ${targetName(job.request.target)}`;
  return (
    <Panel title={title} actions={job.kind === 'dry-run' ? <RestoreNow job={job} /> : null}>
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <Figure label={backups.records} value={number(report.records)} />
        {job.kind === 'restore' ? (
          <>
            <Figure label={messages.sent} value={number(report.sent)} />
            <Figure label={messages.duration} value={`${decimal(report.seconds)} s`} />
          </>
        ) : null}
        <Figure label={messages.source} value={<Text className="mono">{report.source}</Text>} />
        <Figure label={messages.target} value={<Text className="mono">{report.target}</Text>} />
      </SimpleGrid>
      <Scroll label={title} wide={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{backups.topic}</Table.Th>
              <Table.Th ta="right">{backups.partitions}</Table.Th>
              <Table.Th ta="right">{backups.records}</Table.Th>
              <Table.Th>{backups.fidelity}</Table.Th>
              <Table.Th>{backups.offsets}</Table.Th>
              <Table.Th>{backups.lastRecord}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.topics.map((each) => (
              <Table.Tr key={each.topic} data-restored={each.topic}>
                <Table.Td className="mono">{each.topic}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {number(each.partitions)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {number(each.records)}
                </Table.Td>
                <Table.Td>{backups.fidelities[each.fidelity]}</Table.Td>
                <Table.Td>{each.offsetsKept ? messages.kept : messages.translated}</Table.Td>
                <Table.Td>{moment(each.lastTimestamp, dateTime)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scroll>
    </Panel>
  );
}

function Groups({ report }: { readonly report: RestoreReport }) {
  const { jobs: messages, backups } = useMessages();
  const { number } = useFormats();
  return (
    <Panel title={messages.groups}>
      <Details
        summary={`${messages.groups}: ${number(new Set(report.groups.map((each) => each.group)).size)}`}
      >
        <Scroll label={messages.groups} wide={520} most={400}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{messages.group}</Table.Th>
                <Table.Th>{backups.topic}</Table.Th>
                <Table.Th ta="right">{backups.partition}</Table.Th>
                <Table.Th ta="right">{messages.from}</Table.Th>
                <Table.Th ta="right">{messages.to}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="tabular">
              {report.groups.map((each) => (
                <Table.Tr key={`${each.group} ${each.topic} ${each.partition}`}>
                  <Table.Td className="mono">{each.group}</Table.Td>
                  <Table.Td className="mono">{each.topic}</Table.Td>
                  <Table.Td ta="right">{each.partition}</Table.Td>
                  <Table.Td ta="right">{number(each.from)}</Table.Td>
                  <Table.Td ta="right">{number(each.to)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scroll>
      </Details>
    </Panel>
  );
}
