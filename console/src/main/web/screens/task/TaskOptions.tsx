import { useMessages } from '../../i18n/language';
import { Stack, Switch, Text } from '../../ui/controls';

export interface Options {
  readonly fullLoad: boolean;
  readonly applyChanges: boolean;
}

interface Props {
  readonly value: Options;
  readonly onChange: (value: Options) => void;
}

/** Full Load and Apply Changes, and what the combination does. */
export function TaskOptions({ value, onChange }: Props) {
  const { task } = useMessages();
  const outcome = value.fullLoad
    ? value.applyChanges
      ? task.both
      : task.onlyLoad
    : value.applyChanges
      ? task.onlyChanges
      : task.neither;
  return (
    <Stack gap="sm">
      <Switch
        label={task.fullLoad}
        description={task.fullLoadText}
        checked={value.fullLoad}
        onChange={(event) => onChange({ ...value, fullLoad: event.currentTarget.checked })}
      />
      <Switch
        label={task.applyChanges}
        description={task.applyChangesText}
        checked={value.applyChanges}
        onChange={(event) => onChange({ ...value, applyChanges: event.currentTarget.checked })}
      />
      <Text size="sm" fw={500} role="status" {...(value.fullLoad || value.applyChanges ? {} : { c: 'red' })}>
        {outcome}
      </Text>
    </Stack>
  );
}
