import { Checkbox, JsonInput, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { ArgsField } from "./args-schema.ts";
import { type ArgsValues, argPointer, type FieldErrors } from "./args-values.ts";

/** Texts that may be longer than this get a field with several lines. */
const ONE_LINE = 120;

interface ArgsFieldsProps {
  readonly fields: readonly ArgsField[];
  readonly values: ArgsValues;
  readonly errors: FieldErrors;
  readonly onChange: (name: string, value: string | boolean) => void;
}

/** A control for each argument of a model. */
export function ArgsFields({ fields, values, errors, onChange }: ArgsFieldsProps): ReactNode {
  return fields.map((field) => (
    <Control
      key={field.name}
      field={field}
      value={values[field.name] ?? ""}
      error={errors[argPointer(field.name)]}
      onChange={(value) => onChange(field.name, value)}
    />
  ));
}

interface ControlProps {
  readonly field: ArgsField;
  readonly value: string | boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string | boolean) => void;
}

function Control({ field, value, error, onChange }: ControlProps): ReactNode {
  const { label, description, isRequired } = field;
  const common = { label, description, error };
  if (field.kind === "flag") {
    return (
      <Checkbox
        {...common}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  const texts = { ...common, withAsterisk: isRequired, value: String(value) };
  if (field.kind === "number") {
    const { minimum, maximum, isInteger } = field;
    return (
      <NumberInput
        {...texts}
        {...(Number.isFinite(minimum) && { min: minimum })}
        {...(Number.isFinite(maximum) && { max: maximum })}
        clampBehavior="none"
        allowDecimal={!isInteger}
        onChange={(number) => onChange(String(number))}
      />
    );
  }
  if (field.kind === "choice") {
    return (
      <Select
        {...texts}
        value={value === "" ? null : String(value)}
        data={field.choices}
        placeholder="As the model decides"
        clearable={!isRequired}
        clearButtonProps={{ "aria-label": "Clear" }}
        onChange={(choice) => onChange(choice ?? "")}
      />
    );
  }
  if (field.kind === "json")
    return <JsonInput {...texts} autosize minRows={2} onChange={onChange} />;
  const Input = field.maxLength > ONE_LINE ? LongText : TextInput;
  return <Input {...texts} onChange={(event) => onChange(event.currentTarget.value)} />;
}

function LongText(props: Parameters<typeof Textarea>[0]): ReactNode {
  return <Textarea {...props} autosize minRows={2} maxRows={8} />;
}
