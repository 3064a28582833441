import type { ReactNode } from "react";
import type { FormField } from "../../../../plugins/reference/form-view.ts";
import styles from "./form.module.css";

export interface FieldProps {
  readonly id: string;
  readonly field: FormField;
  readonly value: string | readonly string[];
  /** The problem with the value, if any. */
  readonly problem: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}

/** A field with its type, its limits and the problem with its value. */
export function Field(props: FieldProps): ReactNode {
  const { id, field, problem } = props;
  const isSet = field.kind === "choices";
  const name = (
    <>
      <code>{field.name}</code> {field.required && <span className="required">required</span>}
    </>
  );
  const notes = (
    <p className={styles.hint} id={`${id}-hint`}>
      {field.hint}
      {problem !== undefined && (
        <strong className={styles.fault}> {`${field.name} ${problem}`}</strong>
      )}
    </p>
  );
  if (isSet)
    return (
      <fieldset className={styles.group} aria-describedby={`${id}-hint`}>
        <legend>{name}</legend>
        <Choices {...props} />
        {notes}
      </fieldset>
    );
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      <Control {...props} />
      {notes}
    </div>
  );
}

/** A select or a text input. */
function Control({ id, field, value, problem, onChange }: FieldProps): ReactNode {
  const shared = {
    id,
    value: String(value),
    required: field.required ?? false,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-hint`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(target.value),
  };
  const values = field.kind === "boolean" ? ["true", "false"] : field.values;
  if (values)
    return (
      <select {...shared}>
        <option value="">not set</option>
        {values.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    );
  if (field.kind === "json" || field.kind === "list")
    return <textarea {...shared} rows={shared.value.split("\n").length + 1} spellCheck={false} />;
  const mode = field.kind === "number" ? "numeric" : "text";
  return <input {...shared} inputMode={mode} autoComplete="off" spellCheck={false} />;
}

/** Checkboxes. */
function Choices({ id, field, value, onChange }: FieldProps): ReactNode {
  const ticked = typeof value === "string" ? [] : value;
  return (field.values ?? []).map((each) => (
    <label key={each} className={styles.choice} htmlFor={`${id}-${each}`}>
      <input
        type="checkbox"
        id={`${id}-${each}`}
        checked={ticked.includes(each)}
        onChange={({ target }) =>
          onChange(target.checked ? [...ticked, each] : ticked.filter((other) => other !== each))
        }
      />{" "}
      <code>{each}</code>
    </label>
  ));
}
