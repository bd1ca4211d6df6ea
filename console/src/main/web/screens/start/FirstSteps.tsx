import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { endpoints } from '../../api/endpoints';
import { tasks } from '../../api/tasks';
import { useMessages } from '../../i18n/language';
import { Group, List, Paper, Text, ThemeIcon } from '../../ui/controls';
import { ButtonLink } from '../../ui/Link';
import { nextStep, STEPS, type Step } from './firstSteps';
import { OwnKafka } from './OwnKafka';

/** What is still to be done until the first rows flow, and where; it goes away once they do. */
export function FirstSteps() {
  const { start } = useMessages();
  const known = useQuery(endpoints).data;
  const all = useQuery(tasks).data;
  if (known === undefined || all === undefined) return null;
  const next = nextStep(known.items, all.items);
  if (next === undefined) return null;
  const place = STEPS.indexOf(next);
  return (
    <Paper withBorder p="md" mb="lg" component="aside" aria-label={start.title} data-next-step={next}>
      <Group justify="space-between" gap="md">
        <List type="ordered" listStyleType="none" className="steps">
          {STEPS.map((step, index) => (
            <List.Item key={step} {...(step === next ? { 'aria-current': 'step' } : {})}>
              <Group gap="xs" wrap="nowrap">
                <ThemeIcon
                  size={24}
                  radius="xl"
                  variant={index === place ? 'filled' : 'light'}
                  color={index < place ? 'teal' : index === place ? 'water' : 'gray'}
                  {...(index < place ? { role: 'img', 'aria-label': start.done } : { 'aria-hidden': true })}
                >
                  {index < place ? (
                    <IconCheck size={14} aria-hidden />
                  ) : (
                    <Text span size="xs" fw={600}>
                      {index + 1}
                    </Text>
                  )}
                </ThemeIcon>
                <Text size="sm" {...(index === place ? { fw: 600 } : { c: 'dimmed' })}>
                  {start.steps[step]}
                </Text>
              </Group>
            </List.Item>
          ))}
        </List>
        <Group gap="xs">
          {next === 'target' ? <OwnKafka /> : null}
          <Way step={next} task={all.items[0]?.name ?? ''} />
        </Group>
      </Group>
    </Paper>
  );
}

/** Where the step is done. */
function Way({ step, task }: { readonly step: Step; readonly task: string }) {
  const { start } = useMessages();
  switch (step) {
    case 'source':
    case 'target':
      return (
        <ButtonLink to="/new-connection" search={{ role: step }} size="xs">
          {start.ways[step]}
        </ButtonLink>
      );
    case 'task':
      return (
        <ButtonLink to="/new-task" size="xs">
          {start.ways[step]}
        </ButtonLink>
      );
    case 'tables':
    case 'run':
      return (
        <ButtonLink
          to="/tasks/$name"
          params={{ name: task }}
          search={{ tab: step === 'tables' ? 'tables' : 'monitor' }}
          size="xs"
        >
          {start.ways[step]}
        </ButtonLink>
      );
  }
}
