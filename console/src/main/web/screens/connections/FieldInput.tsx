import type { Field } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { NumberInput, PasswordInput, Select, Textarea, TextInput } from '../../ui/controls';
import { MASK } from './fields';

interface Props {
  readonly field: Field;
  readonly value: string | number | undefined;
  /** Whether the connection was saved already, so that its secrets are there. */
  readonly saved: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string | number) => void;
}

/** The control that fits a field as the server describes it. */
export function FieldInput({ field, value, saved, error, onChange }: Props) {
  const { connections } = useMessages();
  const text = useText();
  const common = {
    label: text(field.label),
    description: text(field.help),
    required: field.required && !(field.secret && saved),
    error,
    name: field.name,
  };
  if (field.secret) {
    const Input = field.type === 'pem' ? Textarea : PasswordInput;
    return (
      <Input
        {...common}
        autoComplete="new-password"
        placeholder={value === MASK ? connections.secret : ''}
        value={value === MASK ? '' : String(value ?? '')}
        onChange={(event) =>
          onChange(event.currentTarget.value === '' && saved ? MASK : event.currentTarget.value)
        }
      />
    );
  }
  switch (field.type) {
    case 'choice':
      return (
        <Select
          {...common}
          allowDeselect={false}
          data={field.choices.map((choice) => ({ value: choice.value, label: text(choice.label) }))}
          value={String(value ?? field.default ?? '')}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'port':
      return (
        <NumberInput
          {...common}
          min={1}
          max={65535}
          value={Number(value ?? field.default ?? 0)}
          onChange={(port) => onChange(Number(port))}
        />
      );
    case 'pem':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={10}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          placeholder={field.default ?? ''}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
