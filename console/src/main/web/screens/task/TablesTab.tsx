import { useSearch } from '@tanstack/react-router';
import type { Task } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Grid, Stack } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { ButtonLink } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Matched } from './Matched';
import { SaveBar } from './SaveBar';
import { SelectedTables } from './SelectedTables';
import { SourceTables } from './SourceTables';
import { TableRulesPanel } from './TableRulesPanel';
import { TableSettingsPanel } from './TableSettingsPanel';
import { useTaskDraft } from './useTaskDraft';

/** Which tables of the source the task replicates, and what is otherwise for some. */
export function TablesTab({ task }: { readonly task: Task }) {
  const { tables: messages, task: words } = useMessages();
  const { table } = useSearch({ from: '/tasks/$name' });
  const edit = useTaskDraft(task);
  const { source, tables } = edit.draft;
  if (source === null) {
    return (
      <Panel>
        <Empty title={messages.noSource} text="">
          <ButtonLink to="/tasks/$name" params={{ name: task.name }} search={{ tab: 'design' }}>
            {words.design}
          </ButtonLink>
        </Empty>
      </Panel>
    );
  }
  if (table !== undefined) {
    return <TableSettingsPanel key={table} table={table} source={source} edit={edit} />;
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
          </Panel>
          <TableRulesPanel
            rules={edit.draft.tableRules}
            onChange={(tableRules) => edit.change({ tableRules })}
          />
          <SaveBar draft={edit} />
          {tables.include.length > 0 ? (
            <Matched task={task.name} selection={tables} settings={edit.draft.tableSettings} />
          ) : null}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
