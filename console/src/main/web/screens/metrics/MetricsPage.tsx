import { useQuery } from '@tanstack/react-query';
import { metrics } from '../../api/metrics';
import { useMessages } from '../../i18n/language';
import { Anchor, SimpleGrid, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';
import { boards } from './boards';
import { MetricPanel } from './MetricPanel';

/** What the platform measures, as Prometheus would fetch it, and how it was since the page was opened. */
export function MetricsPage() {
  const { metrics: messages } = useMessages();
  const query = useQuery(metrics);
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <Anchor href="/metrics" target="_blank">
          {messages.raw}
        </Anchor>
      }
    >
      <Waiting query={query}>
        {(scrapes) => {
          // One moment makes no line.
          if (scrapes.length < 2) return <Text c="dimmed">{messages.measuring}</Text>;
          const { times, boards: all } = boards(scrapes);
          return all.length === 0 ? (
            <Panel>
              <Empty title={messages.none} text={messages.noneText} />
            </Panel>
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
              {all.map((board) => (
                <MetricPanel key={board.name} board={board} times={times} />
              ))}
            </SimpleGrid>
          );
        }}
      </Waiting>
    </Page>
  );
}
