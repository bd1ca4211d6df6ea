import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '../api/problem';
import { useMessages } from '../i18n/language';

interface Props {
  readonly error: Error;
  readonly retry?: () => void;
}

/** What is wrong, and what to do: in the language of the page where the code is known, and in the words of the server, which have the names. */
export function ProblemNote({ error, retry }: Props) {
  const { problem } = useMessages();
  const known = error instanceof Problem;
  const away = known && error.status === 0;
  const told = known ? problem.codes[error.code] : undefined;
  const what = away ? problem.unreachable : known ? error.message : problem.crashed;
  const remedy = away ? problem.unreachableRemedy : known ? error.remedy : error.message;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Stack gap="xs">
        {told ? (
          <>
            <Text fw={600}>{told}</Text>
            <Text size="sm">
              {problem.serverSays}{' '}
              <span lang="en">
                {what} {remedy}
              </span>
            </Text>
          </>
        ) : (
          <>
            <Text fw={600}>{what}</Text>
            {remedy ? <Text size="sm">{remedy}</Text> : null}
          </>
        )}
        <Group gap="sm">
          {known && !away ? <Code>{error.code}</Code> : null}
          {retry ? (
            <Button size="xs" variant="default" onClick={retry}>
              {problem.retry}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Alert>
  );
}
