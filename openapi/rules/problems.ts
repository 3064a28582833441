import { type Example, isReference, type MediaType, type Response } from "../document.ts";
import { problemCodes } from "./problem-codes.ts";
import { type Context, createReporter, type Location, type Rule, type Visitor } from "./redocly.ts";

const problemType = "application/problem+json";

export const problemMediaType: Rule = () => {
  const report = createReporter();
  return onErrors((response, context) => {
    if (Object.keys(response.content ?? {}).join() === problemType) return;
    report(context, `Return this error only as ${problemType}.`);
  });
};

export const problemCodesNarrowed: Rule = () => {
  const report = createReporter();
  return onProblems((problem, context, location) => {
    const { known, declared } = problemCodes(problem.schema, context);
    if (declared.length > 0 && declared.every((code) => known.includes(code))) return;
    report(
      context,
      "Narrow `code` to the codes of this error, each a member of ErrorCode: " +
        "`allOf: [{ $ref: Problem.yaml }, { properties: { code: { enum: [<codes>] } } }]`.",
      location.child("schema"),
    );
  });
};

export const problemExamples: Rule = () => {
  const report = createReporter();
  return onProblems((problem, context, location) => {
    const { known, declared } = problemCodes(problem.schema, context);
    const exemplified = new Set(examplesOf(problem, context).map(({ value }) => value.code));
    for (const code of known.filter((code) => declared.includes(code) && !exemplified.has(code))) {
      report(context, `Give an example of ${code}, by $ref to components/examples.`, location);
    }
  });
};

export const problemExampleStatus: Rule = () => {
  const report = createReporter();
  return onProblems((problem, context) => {
    for (const { value, location } of examplesOf(problem, context)) {
      if (String(value.status) === String(context.key)) continue;
      const message = `Make the example's \`status\` the response's, ${context.key}.`;
      report(context, message, location.child(["value", "status"]));
    }
  });
};

/** The type of a problem is the page about its code, so an example that was copied must not keep another one. */
export const problemExampleType: Rule<{ pages: string }> = ({ pages }) => {
  const report = createReporter();
  return onProblems((problem, context) => {
    for (const { value, location } of examplesOf(problem, context)) {
      const type = pages + String(value.code).toLowerCase().replaceAll("_", "-");
      if (value.type === type) continue;
      const message = `Make the example's \`type\` the page of its code, ${type}.`;
      report(context, message, location.child(["value", "type"]));
    }
  });
};

/** Every error code is declared by an operation, except those that no operation can return. */
export const errorCodeUsed: Rule<{ except: readonly string[] }> = ({ except }) => {
  const declaredAnywhere = new Set<unknown>(except);
  const known = new Map<unknown, Location>();
  const collect = onProblems((problem, context) => {
    const codes = problemCodes(problem.schema, context);
    for (const code of codes.declared) declaredAnywhere.add(code);
    codes.known.forEach((code, index) => {
      if (codes.location) known.set(code, codes.location.child(["enum", index]));
    });
  });
  return {
    ...collect,
    Root: {
      leave(_root: unknown, { report }) {
        for (const [code, location] of known) {
          if (declaredAnywhere.has(code)) continue;
          report({
            message: `Declare ${code} on an operation that returns it, or remove it.`,
            location,
          });
        }
      },
    },
  };
};

function onErrors(visit: (response: Response, context: Context) => void): {
  Operation: { Response: Visitor };
} {
  return {
    Operation: {
      Response(response: Response, context) {
        if (Number(context.key) >= 400) visit(response, context);
      },
    },
  };
}

function onProblems(visit: (problem: MediaType, context: Context, location: Location) => void) {
  return onErrors((response, context) => {
    const problem = response.content?.[problemType];
    if (problem) visit(problem, context, context.location.child(["content", problemType]));
  });
}

function examplesOf(problem: MediaType, context: Context) {
  return Object.values(problem.examples ?? {}).flatMap((example) => {
    const { node, location } = context.resolve<Example>(example);
    const value = node?.value;
    if (!location || typeof value !== "object" || value === null) return [];
    const at = isReference(example) ? location : context.location.child(["content", problemType]);
    return [{ value: value as Record<string, unknown>, location: at }];
  });
}
