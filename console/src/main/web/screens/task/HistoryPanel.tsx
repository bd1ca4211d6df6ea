import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { history, notes } from '../../api/tasks';
import { useMessages } from '../../i18n/language';
import { SegmentedControl, SimpleGrid, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { TimeChart } from '../../ui/TimeChart';
import { Waiting } from '../../ui/Waiting';
import { rates } from './rates';

/** Throughput and latency over time; the server keeps them, so a fresh page opens with what was. */
export function HistoryPanel({ task: name }: { readonly task: string }) {
  const { monitor, task } = useMessages();
  const [span, setSpan] = useState<'15m' | '24h'>('15m');
  const query = useQuery(history(name, span));
  const marks = (useQuery(notes(name)).data?.items ?? []).map((note) => Date.parse(note.time) / 1000);
  return (
    <Panel
      title={monitor.history}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={monitor.history}
          value={span}
          onChange={(value) => setSpan(value as '15m' | '24h')}
          data={[
            { value: '15m', label: monitor.quarter },
            { value: '24h', label: monitor.day },
          ]}
        />
      }
    >
      <Waiting query={query}>
        {({ items }) => {
          const { times, loaded, applied, sourceLatency, targetLatency } = rates(items);
          // A load is so much faster than changes are that on one scale they would not be seen.
          const loads = loaded.some((rate) => (rate ?? 0) > 0);
          if (times.length === 0) return <Text c="dimmed">{monitor.noHistory}</Text>;
          return (
            <SimpleGrid cols={{ base: 1, md: 2, ...(loads ? { lg: 3 } : {}) }} spacing="xl">
              <TimeChart
                title={monitor.changeRate}
                times={times}
                marks={marks}
                series={[{ label: monitor.appliedRate, color: 'teal', values: applied }]}
              />
              <TimeChart
                title={monitor.latency}
                times={times}
                marks={marks}
                series={[
                  { label: task.source, color: 'violet', values: sourceLatency },
                  { label: task.target, color: 'orange', values: targetLatency },
                ]}
              />
              {loads ? (
                <TimeChart
                  title={monitor.loadRate}
                  times={times}
                  marks={marks}
                  series={[{ label: monitor.loaded, color: 'blue', values: loaded }]}
                />
              ) : null}
            </SimpleGrid>
          );
        }}
      </Waiting>
    </Panel>
  );
}
