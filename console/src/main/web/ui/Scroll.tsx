import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** The height from which on it scrolls, in pixels. */
  readonly most?: number;
  /** The width below which it scrolls, in pixels. */
  readonly wide?: number;
  readonly children: ReactNode;
}

/** What is longer or wider than its place, and scrolls in it, also by keyboard. */
export function Scroll({ label, most, wide, children }: Props) {
  return (
    <Box component="section" className="scroll" aria-label={label} tabIndex={0} mah={most}>
      <Box miw={wide}>{children}</Box>
    </Box>
  );
}
