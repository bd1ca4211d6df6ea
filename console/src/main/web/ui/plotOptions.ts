import uPlot from 'uplot';
import type { Formats } from '../i18n/format';
import { span } from './span';
import type { Series } from './TimeChart';

const HEIGHT = 200;

/** How a chart looks, in the colours of the theme that its place has. */
export function plotOptions(
  element: HTMLElement,
  series: readonly Series[],
  { decimal, clock }: Pick<Formats, 'decimal' | 'clock'>,
  marks: () => readonly number[],
  onPoint: (index: number | undefined) => void,
): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const color = (name: string) => token(`--mantine-color-${name}-filled`);
  const font = `12px ${token('--mantine-font-family')}`;
  const axis = { font, stroke: token('--mantine-color-dimmed'), ticks: { show: false } };
  const grid = { stroke: token('--mantine-color-default-border'), width: 1 };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    padding: [12, 28, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false },
    scales: {
      // What uPlot proposes for one moment is a whole day.
      x: { range: (plot) => span(plot.data[0]) },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.15)] },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 28, space: 64, values: (_, times) => times.map(clock) },
      { ...axis, grid, size: 52, space: 36, values: (_, ticks) => ticks.map(decimal) },
    ],
    series: [
      {},
      ...series.map((each) => ({
        label: each.label,
        stroke: color(each.color),
        fill: (plot: uPlot) => shade(plot, color(each.color)),
        width: 2,
        points: { show: false },
        paths: (uPlot.paths.stepped as NonNullable<typeof uPlot.paths.stepped>)({ align: -1 }),
      })),
    ],
    hooks: {
      draw: [(plot) => drawMarks(plot, marks(), token('--mantine-color-dimmed'))],
      setCursor: [(plot) => onPoint(plot.cursor.idx ?? undefined)],
    },
  };
}

function shade(plot: uPlot, color: string): CanvasGradient {
  const gradient = plot.ctx.createLinearGradient(0, plot.bbox.top, 0, plot.bbox.top + plot.bbox.height);
  gradient.addColorStop(0, `${color}55`);
  gradient.addColorStop(1, `${color}05`);
  return gradient;
}

function drawMarks(plot: uPlot, marks: readonly number[], color: string): void {
  const { ctx, bbox } = plot;
  const { min = 0, max = 0 } = plot.scales['x'] ?? {};
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const at of marks) {
    if (at < (min ?? 0) || at > (max ?? 0)) continue;
    const x = Math.round(plot.valToPos(at, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
