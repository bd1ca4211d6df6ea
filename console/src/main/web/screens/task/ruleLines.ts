import type { TableRule } from '../../api/types';

export type RuleKind = TableRule['rule'];

export const KINDS: readonly RuleKind[] = ['rename-tables', 'rename-columns', 'drop-columns', 'add-column'];

const FIELDS = {
  'rename-tables': ['to'],
  'rename-columns': ['columns', 'to'],
  'drop-columns': ['columns'],
  'add-column': ['column', 'expression'],
} as const satisfies Record<RuleKind, readonly (keyof RuleLine)[]>;

export type RuleField = (typeof FIELDS)[RuleKind][number];

/** A rule as a form has it: half-written lines are kept, and nothing is absent. */
export interface RuleLine {
  readonly rule: RuleKind;
  readonly tables: string;
  readonly columns: string;
  readonly to: string;
  readonly letters: NonNullable<TableRule['letters']>;
  readonly column: string;
  readonly expression: string;
}

/** What a rule of a kind says beside its tables. */
export const fields = (rule: RuleKind): readonly RuleField[] => FIELDS[rule];

/** Whether a rule gives names. */
export const isRename = (rule: RuleKind) => rule === 'rename-tables' || rule === 'rename-columns';

export const newLine = (rule: RuleKind): RuleLine => toLine({ rule });

export const toLines = (rules: readonly TableRule[]): readonly RuleLine[] => rules.map(toLine);

function toLine(rule: TableRule): RuleLine {
  return {
    rule: rule.rule,
    tables: rule.tables ?? '',
    columns: rule.columns ?? '',
    to: rule.to ?? '',
    letters: rule.letters ?? 'keep',
    column: rule.column ?? '',
    expression: rule.expression ?? '',
  };
}

/** The rules that are written to their end. */
export function toRules(lines: readonly RuleLine[]): readonly TableRule[] {
  return lines
    .filter((line) => fields(line.rule).every((field) => line[field].trim() !== ''))
    .map((line) => ({
      rule: line.rule,
      ...Object.fromEntries(fields(line.rule).map((field) => [field, line[field].trim()])),
      ...(line.tables.trim() === '' ? {} : { tables: line.tables.trim() }),
      ...(isRename(line.rule) && line.letters !== 'keep' ? { letters: line.letters } : {}),
    }));
}

/** The lines with one moved up by a place: of rules that fit a name the first decides. */
export function raised(lines: readonly RuleLine[], index: number): readonly RuleLine[] {
  const moved = lines.slice(index, index + 1);
  const others = lines.filter((_, place) => place !== index);
  return [...others.slice(0, index - 1), ...moved, ...others.slice(index - 1)];
}
