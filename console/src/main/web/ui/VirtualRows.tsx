import { Table } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode } from 'react';

interface Props {
  readonly count: number;
  /** The height of every row, in pixels. */
  readonly row: number;
  readonly children: (index: number) => ReactNode;
}

/** The rows of a table that is as long as its page, of which only those near what can be seen are there. */
export function VirtualRows({ count, row, children }: Props) {
  // More than the height of what is above the table, which the list does not know.
  const list = useWindowVirtualizer({ count, estimateSize: () => row, overscan: 12 });
  const shown = list.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = list.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <Table.Tbody>
      {above > 0 ? <Gap height={above} /> : null}
      {shown.map(({ index }) => (
        <Fragment key={index}>{children(index)}</Fragment>
      ))}
      {below > 0 ? <Gap height={below} /> : null}
    </Table.Tbody>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    <Table.Tr aria-hidden style={{ border: 0 }}>
      <Table.Td h={height} p={0} colSpan={99} />
    </Table.Tr>
  );
}
