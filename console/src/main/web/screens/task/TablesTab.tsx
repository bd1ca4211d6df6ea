import type { Task } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Grid, Stack, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Matched } from './Matched';
import { SaveBar } from './SaveBar';
import { SelectedTables } from './SelectedTables';
import { SourceTables } from './SourceTables';
import { useTaskDraft } from './useTaskDraft';

/** Which tables of the source the task replicates. */
export function TablesTab({ task }: { readonly task: Task }) {
  const { tables: messages } = useMessages();
  const edit = useTaskDraft(task);
  const { source, tables } = edit.draft;
  if (source === null) {
    return (
      <Panel>
        <Text>{messages.noSource}</Text>
      </Panel>
    );
  }
  const include = (pattern: string) => {
    if (!tables.include.some((each) => each.pattern === pattern)) {
      edit.change({ tables: { ...tables, include: [...tables.include, { pattern, order: 'normal' }] } });
    }
  };
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Panel title={messages.source}>
          <SourceTables
            endpoint={source}
            selected={tables.include.map((each) => each.pattern)}
            onAdd={include}
          />
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack gap="lg">
          <Panel title={messages.selection}>
            <SelectedTables selection={tables} onChange={(selection) => edit.change({ tables: selection })} />
            <SaveBar draft={edit} />
          </Panel>
          {tables.include.length > 0 ? (
            <Panel>
              <Matched task={task.name} selection={tables} />
            </Panel>
          ) : null}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
