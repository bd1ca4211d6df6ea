import { Box, Text, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { Details } from './Details';
import 'uplot/dist/uPlot.min.css';
import { useFormats } from '../i18n/format';
import { useMessages } from '../i18n/language';
import { ChartTable } from './ChartTable';

export interface Series {
  readonly label: string;
  /** A colour name of the theme. */
  readonly color: string;
  readonly values: readonly number[];
}

interface Props {
  readonly title: string;
  /** Seconds since 1970, rising. */
  readonly times: readonly number[];
  readonly series: readonly Series[];
}

const HEIGHT = 180;

/** Lines over time, with the same as a table for those who do not see it. */
export function TimeChart({ title, times, series }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const { number } = useFormats();
  const { monitor } = useMessages();
  const labels = series.map((each) => `${each.label}:${each.color}`).join();

  const plot = useRef<uPlot>(null);
  const data = useRef<uPlot.AlignedData>([[]]);
  data.current = [times, ...series.map((each) => each.values)] as uPlot.AlignedData;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot is made anew only for other lines or colours
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = new uPlot(options(element, series, number), data.current, element);
    plot.current = made;
    const resized = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
    };
  }, [labels, scheme, number]);

  useEffect(() => plot.current?.setData([times, ...series.map((each) => each.values)] as uPlot.AlignedData));

  return (
    <Box>
      <Text size="sm" fw={500} mb={4}>
        {title}
      </Text>
      <div ref={place} role="img" aria-label={title} />
      <Details summary={monitor.chartTable}>
        <ChartTable times={times} series={series} />
      </Details>
    </Box>
  );
}

function options(
  element: HTMLElement,
  series: readonly Series[],
  number: (value: number) => string,
): uPlot.Options {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(`--mantine-color-${name}-filled`).trim();
  const axis = {
    stroke: style.getPropertyValue('--mantine-color-dimmed').trim(),
    grid: { stroke: style.getPropertyValue('--mantine-color-default-border').trim(), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [axis, { ...axis, size: 64, values: (_, ticks) => ticks.map(number) }],
    series: [
      {},
      ...series.map((each) => ({
        label: each.label,
        stroke: color(each.color),
        fill: `${color(each.color)}22`,
        width: 2,
        points: { show: false },
        value: (_: uPlot, value: number | null) => (value === null ? '' : number(value)),
      })),
    ],
  };
}
