import { validateBody } from "@sinkove/contract/validators";
import { type ReactNode, useId, useMemo, useState } from "react";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import { withBody } from "../../../../plugins/reference/body-literals.ts";
import type { FormField, FormView } from "../../../../plugins/reference/form-view.ts";
import { sourceOf } from "../../code/source-of.ts";
import { useEdit, useSetEdit } from "../edits.ts";
import { shownLanguages } from "../languages.ts";
import type { BodyFormProps } from "./body-form.tsx";
import { Field } from "./field.tsx";
import styles from "./form.module.css";
import { bodyOf, type FormBody, fieldAt, placed, type Values, valuesOf } from "./form-values.ts";

/** The fields of a request's body. Changes go into the samples, and the contract's validators check them. */
export function BodyFields({ form, code }: BodyFormProps): ReactNode {
  const id = useId();
  const initial = useMemo(() => valuesOf(form.fields, form.example), [form]);
  const [filled, setFilled] = useState(initial);
  const setEdit = useSetEdit();
  const samples = shownLanguages.flatMap(({ name: language }) => {
    const html = code[language];
    return html === undefined ? [] : [{ language, html }];
  });
  // Reset restores the example in the form, as it does in the program.
  const isEdited = useEdit(samples[0]?.html ?? "") !== undefined;
  const values = isEdited ? filled : initial;
  const problems = problemsOf(form, bodyOf(form.fields, values));
  const change = (pointer: string, value: string | readonly string[]): void => {
    const next = { ...values, [pointer]: value };
    setFilled(next);
    const { body, faults } = bodyOf(form.fields, next);
    const to = Object.keys(faults).length > 0 ? form.example : body;
    for (const { language, html } of samples) setEdit(html, sampleOf(form, language, html, to));
  };
  return (
    <fieldset className={styles.fields} aria-label="Request body">
      <FieldList
        id={id}
        fields={form.fields}
        values={values}
        problems={problems}
        onChange={change}
      />
      <p role="status" className={problems.size > 0 ? styles.fault : styles.fine}>
        {problems.get("") ?? summaryOf(problems.size)}
      </p>
    </fieldset>
  );
}

interface FieldListProps {
  readonly id: string;
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (pointer: string, value: string | readonly string[]) => void;
  readonly pointer?: string;
}

function FieldList({ fields, pointer = "", ...shared }: FieldListProps): ReactNode {
  const { id, values, problems, onChange } = shared;
  return placed(fields, pointer).map(({ field, pointer: own }) =>
    field.fields ? (
      <fieldset key={own} className={styles.group}>
        <legend>{field.name}</legend>
        <FieldList {...shared} fields={field.fields} pointer={own} />
      </fieldset>
    ) : (
      <Field
        key={own}
        id={id + own}
        field={field}
        value={values[own] ?? ""}
        problem={problems.get(own)}
        onChange={(value) => onChange(own, value)}
      />
    ),
  );
}

function sampleOf(form: FormView, language: Language, html: string, to: unknown): string {
  const pythonName = (name: string): string => form.pythonNames[name] ?? name;
  const { method, example } = form;
  return withBody(sourceOf(html), language, { method, pythonName, from: example, to });
}

/** Returns the problems by the JSON Pointer of their field. The key "" has the problem that concerns no field. */
function problemsOf(form: FormView, { body, faults }: FormBody): ReadonlyMap<string, string> {
  const problems = new Map(Object.entries(faults));
  const pointers = pointersOf(form.fields);
  // This cast is safe: pages are generated from the operations of the contract.
  const operationId = form.operationId as Parameters<typeof validateBody>[0];
  for (const { pointer, detail } of validateBody(operationId, body)) {
    const at = fieldAt(pointers, pointer) ?? "";
    if (!problems.has(at)) problems.set(at, at === "" ? `The body ${detail}.` : detail);
  }
  return problems;
}

function pointersOf(fields: readonly FormField[], pointer = ""): readonly string[] {
  return placed(fields, pointer).flatMap(({ field, pointer: own }) =>
    field.fields ? pointersOf(field.fields, own) : [own],
  );
}

function summaryOf(count: number): string {
  if (count === 0) return "The body follows the contract.";
  return count === 1 ? "One field breaks the contract." : `${count} fields break the contract.`;
}
