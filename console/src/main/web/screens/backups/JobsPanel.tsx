import { useQuery } from '@tanstack/react-query';
import { type Job, jobs } from '../../api/jobs';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Table, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';
import { JobBadge } from '../jobs/JobBadge';
import { JobProgress } from '../jobs/JobProgress';
import { subject } from '../jobs/subject';

/** The last jobs, the newest first. */
export function JobsPanel() {
  const { jobs: messages, backups } = useMessages();
  const query = useQuery(jobs);
  return (
    <Panel>
      <Waiting query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={messages.none} text={messages.noneText} />
          ) : (
            <Scroll label={backups.tabs.jobs} wide={720}>
              <Table verticalSpacing="sm" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{messages.what}</Table.Th>
                    <Table.Th>{messages.state}</Table.Th>
                    <Table.Th w={220}>{messages.progress}</Table.Th>
                    <Table.Th>{messages.started}</Table.Th>
                    <Table.Th>{messages.by}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((each) => (
                    <Row key={each.id} job={each} />
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

function Row({ job }: { readonly job: Job }) {
  const { jobs: messages } = useMessages();
  const { dateTime, number } = useFormats();
  return (
    <Table.Tr data-job={job.id}>
      <Table.Td>
        <Link to="/jobs/$id" params={{ id: job.id }} fw={600}>
          {messages.kinds[job.kind]}
        </Link>
        <Text size="sm" c="dimmed">
          {subject(job, number)}
        </Text>
      </Table.Td>
      <Table.Td>
        <JobBadge state={job.state} />
      </Table.Td>
      <Table.Td>
        <JobProgress job={job} />
      </Table.Td>
      <Table.Td>{dateTime(job.started)}</Table.Td>
      <Table.Td>{job.by === 'anybody' ? '–' : job.by}</Table.Td>
    </Table.Tr>
  );
}
