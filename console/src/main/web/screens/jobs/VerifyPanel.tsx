import type { BackupReport } from '../../api/backups';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Table } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Verdict } from '../../ui/Verdict';
import { moment, records } from '../backups/times';

/** Whether all that was written is there. */
export function VerifyPanel({ report }: { readonly report: BackupReport }) {
  const { jobs: messages, backups } = useMessages();
  const { number, dateTime } = useFormats();
  const whole = report.problems.length === 0;
  return (
    <>
      <Verdict
        good={whole}
        title={whole ? messages.whole : messages.damaged}
        lines={report.problems}
        {...(whole ? {} : { hint: backups.keepsVersions })}
      />
      <Panel title={backups.ofCluster(report.cluster)}>
        <Scroll label={backups.ofCluster(report.cluster)} wide={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{backups.topic}</Table.Th>
                <Table.Th ta="right">{backups.partitions}</Table.Th>
                <Table.Th ta="right">{backups.records}</Table.Th>
                <Table.Th>{backups.lastRecord}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.topics.map(({ topic, partitions }) => (
                <Table.Tr key={topic}>
                  <Table.Td className="mono">{topic}</Table.Td>
                  <Table.Td ta="right" className="tabular">
                    {number(partitions.length)}
                  </Table.Td>
                  <Table.Td ta="right" className="tabular">
                    {number(records(partitions))}
                  </Table.Td>
                  <Table.Td>
                    {moment(Math.max(...partitions.map((each) => each.lastTimestamp)), dateTime)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scroll>
      </Panel>
    </>
  );
}
