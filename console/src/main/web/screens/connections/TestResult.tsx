import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Report } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Checklist } from '../../ui/Checklist';
import { Alert, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { ProblemNote } from '../../ui/ProblemNote';

interface Props {
  readonly report: Report | undefined;
  readonly error: Error | undefined;
  readonly busy: boolean;
}

/** What the test of a connection found. */
export function TestResult({ report, error, busy }: Props) {
  const { connections, actions } = useMessages();
  return (
    <Panel title={actions.test}>
      <div aria-live="polite">
        {error ? <ProblemNote error={error} /> : null}
        {busy ? <Text c="dimmed">{connections.testing}</Text> : null}
        {report === undefined && !busy && error === undefined ? (
          <Text c="dimmed">{connections.notTested}</Text>
        ) : null}
        {report === undefined ? null : (
          <>
            <Alert
              color={report.passed ? 'teal' : 'red'}
              variant="light"
              mb="md"
              icon={report.passed ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
            >
              {report.passed ? connections.passed : connections.failed}
            </Alert>
            <Checklist report={report} />
          </>
        )}
      </div>
    </Panel>
  );
}
