import { IconAlertTriangle } from '@tabler/icons-react';
import type { Task } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Alert, Group, Text } from '../../ui/controls';
import { Link } from '../../ui/Link';
import { exceptionsTopic } from './exceptions';

/** Rows that could not be sent, and where they are. */
export function DataErrors({ task, count }: { readonly task: Task; readonly count: number }) {
  const { monitor } = useMessages();
  const { number } = useFormats();
  if (count === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      role="status"
      data-errors={count}
    >
      <Group gap="sm">
        <Text size="sm" fw={600} className="tabular">
          {monitor.dataErrors}: {number(count)}
        </Text>
        <Text size="sm">{monitor.dataErrorsText}</Text>
        <Link
          to="/tasks/$name"
          params={{ name: task.name }}
          search={{ tab: 'messages', topic: exceptionsTopic(task) }}
          size="sm"
        >
          {monitor.toExceptions}
        </Link>
      </Group>
    </Alert>
  );
}
