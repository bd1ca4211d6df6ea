import { Table } from '@mantine/core';
import { useFormats } from '../i18n/format';
import { useMessages } from '../i18n/language';
import { Scroll } from './Scroll';
import type { Series } from './TimeChart';

const ROWS = 60;

/** The newest points of a chart. */
export function ChartTable({
  title,
  times,
  series,
}: {
  readonly title: string;
  readonly times: readonly number[];
  readonly series: readonly Series[];
}) {
  const { monitor } = useMessages();
  const { time, decimal } = useFormats();
  const shown = (value: number | null | undefined) => (typeof value === 'number' ? decimal(value) : '–');
  const first = Math.max(0, times.length - ROWS);
  return (
    <Scroll label={title} most={200}>
      <Table className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{monitor.time}</Table.Th>
            {series.map((each) => (
              <Table.Th key={each.label}>{each.label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {times.slice(first).map((at, row) => (
            <Table.Tr key={at}>
              <Table.Td>{time(new Date(at * 1000).toISOString())}</Table.Td>
              {series.map((each) => (
                <Table.Td key={each.label}>{shown(each.values[first + row])}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}
