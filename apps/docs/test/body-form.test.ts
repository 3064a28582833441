import { validateBody } from "@sinkove/contract/validators";
import { expect, test } from "vitest";
import { languages } from "../plugins/examples/example-files.ts";
import { withBody } from "../plugins/reference/body-literals.ts";
import { contract } from "../plugins/reference/contract.ts";
import { viewForm } from "../plugins/reference/form-view.ts";
import { sampleOperation } from "../plugins/reference/samples.ts";
import { bodyOf, valuesOf } from "../src/components/example/form/form-values.ts";

const forms = contract.operations.flatMap((operation) => {
  const form = viewForm(operation);
  const isForPrograms = operation.isPublic || operation.schemes.includes("apiKey");
  return form && isForPrograms ? [{ ...form, operation }] : [];
});

test("every operation with a JSON body that programs can send has a form", () => {
  const withBodies = contract.operations.filter(
    ({ body, schemes }) => body && schemes.includes("apiKey"),
  );
  expect(forms.map(({ operationId }) => operationId)).toEqual(withBodies.map(({ id }) => id));
});

test.each(forms)("the form of $operationId starts with a valid body", (form) => {
  const { body, faults } = bodyOf(form.fields, valuesOf(form.fields, form.example));
  expect(faults).toEqual({});
  expect(body).toEqual(form.example);
  expect(validateBody(form.operationId as Parameters<typeof validateBody>[0], body)).toEqual([]);
});

test.each(forms)("the samples of $operationId send another body in each language", (form) => {
  const samples = sampleOperation(form.operation);
  const pythonName = (name: string): string => form.pythonNames[name] ?? name;
  const to = { name: `It's "new"` };
  for (const language of languages) {
    const change = { method: form.method, pythonName, from: form.example, to };
    const changed = withBody(samples[language] ?? "", language, change);
    expect(changed).toContain(language === "sh" ? `It'\\''s \\"new\\"` : `It's \\"new\\"`);
  }
});
