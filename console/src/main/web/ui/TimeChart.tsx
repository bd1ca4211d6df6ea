import { Box, Group, Text, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useFormats } from '../i18n/format';
import { useMessages } from '../i18n/language';
import { ChartTable } from './ChartTable';
import { Details } from './Details';
import { Legend } from './Legend';
import { plotOptions } from './plotOptions';

export interface Series {
  readonly label: string;
  /** A colour name of the theme. */
  readonly color: string;
  /** Null where it is not known, which leaves a gap. */
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
  /** Seconds since 1970, rising. */
  readonly times: readonly number[];
  readonly series: readonly Series[];
  /** When something happened, in seconds since 1970. */
  readonly marks: readonly number[];
}

/** Lines over time, with the same as a table for those who do not see it. */
export function TimeChart({ title, times, series, marks }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const { decimal, clock, time } = useFormats();
  const { monitor } = useMessages();
  const [pointed, setPointed] = useState<number>();
  const labels = series.map((each) => `${each.label}:${each.color}`).join();

  const plot = useRef<uPlot>(null);
  const data = useRef<uPlot.AlignedData>([[]]);
  const happened = useRef(marks);
  data.current = [times, ...series.map((each) => each.values)] as uPlot.AlignedData;
  happened.current = marks;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot is made anew only for other lines or colours
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const options = plotOptions(element, series, { decimal, clock }, () => happened.current, setPointed);
    const made = new uPlot(options, data.current, element);
    plot.current = made;
    const resized = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: made.height }),
    );
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
    };
  }, [labels, scheme, decimal, clock]);

  useEffect(() => plot.current?.setData([times, ...series.map((each) => each.values)] as uPlot.AlignedData));

  const shown = (value: number | null | undefined) => (typeof value === 'number' ? decimal(value) : '–');
  const at = pointed !== undefined && pointed < times.length ? pointed : times.length - 1;
  return (
    <Box miw={0}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" className="tabular">
          {time(new Date((times[at] ?? 0) * 1000).toISOString())}
        </Text>
      </Group>
      <Legend series={series} shown={(each) => shown(each.values[at])} />
      <div ref={place} role="img" aria-label={title} />
      <Details summary={monitor.chartTable}>
        <ChartTable title={title} times={times} series={series} />
      </Details>
    </Box>
  );
}
