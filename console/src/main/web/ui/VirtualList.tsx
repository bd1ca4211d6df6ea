import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly count: number;
  /** The height of every row, in pixels. */
  readonly row: number;
  /** The height of the list from which on it scrolls, in pixels. */
  readonly most: number;
  readonly children: (index: number) => ReactNode;
  /** Told which rows are shown, whenever that changes. */
  readonly onShow?: (first: number, last: number) => void;
}

/** A list of any length, of which only what can be seen is on the page. */
export function VirtualList({ label, count, row, most, children, onShow }: Props) {
  const frame = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => row,
    overscan: 8,
  });
  const shown = list.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => onShow?.(first, last), [onShow, first, last]);
  return (
    <Box component="section" className="scroll" aria-label={label} tabIndex={0} mah={most} ref={frame}>
      <Box role="list" aria-label={label} h={list.getTotalSize()} pos="relative">
        {shown.map(({ index, start }) => (
          <Box
            key={index}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            className="row"
            h={row}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
