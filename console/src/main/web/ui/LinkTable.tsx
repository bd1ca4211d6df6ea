import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { Scroll } from './Scroll';

export interface LinkColumn<T> {
  readonly label: string;
  /** Whether its name is for those only who do not see what is in it. */
  readonly hidden?: boolean;
  /** Whether it has numbers. */
  readonly number?: boolean;
  readonly cell: (item: T) => ReactNode;
}

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly columns: readonly LinkColumn<T>[];
  readonly nameOf: (item: T) => string;
  /** The name of the item that is shown beside the table. */
  readonly shown?: string | undefined;
  /** What tests know the rows by. */
  readonly mark: string;
  readonly wide?: number;
  readonly most?: number;
}

/** A table of things, of which one can be shown beside it. */
export function LinkTable<T>({ label, items, columns, nameOf, shown, mark, wide = 0, most = 640 }: Props<T>) {
  const right = (column: LinkColumn<T>) =>
    column.number ? ({ ta: 'right', className: 'tabular' } as const) : {};
  return (
    <Scroll label={label} wide={wide} most={most}>
      <Table verticalSpacing="xs" highlightOnHover stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label} {...right(column)}>
                {column.hidden ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr
              key={nameOf(item)}
              {...{ [`data-${mark}`]: nameOf(item) }}
              bg={nameOf(item) === shown ? 'var(--mantine-color-default-hover)' : ''}
            >
              {columns.map((column) => (
                <Table.Td key={column.label} {...right(column)}>
                  {column.cell(item)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}
