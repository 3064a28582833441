import { parse } from "smol-toml";
import { z } from "zod";

// Strict: a setting that this build does not support is an error, because the wheel would silently lack it.
const schema = z.object({
  "build-system": z.strictObject({
    requires: z.array(z.string()),
    "build-backend": z.literal("hatchling.build"),
  }),
  project: z.strictObject({
    name: z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/),
    version: z.string().regex(/^\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?$/),
    description: line(),
    readme: z.string().endsWith(".md"),
    license: line(),
    // Paths, not patterns.
    "license-files": z.array(z.string().regex(/^[^*?[\]]+$/)),
    "requires-python": line(),
    authors: z.array(z.strictObject({ name: z.string().regex(/^[^<>,\r\n]+$/), email: line() })),
    urls: z.record(z.string().regex(/^[A-Za-z ]+$/), line()),
    keywords: z.array(z.string().regex(/^[^,\n]+$/)),
    classifiers: z.array(line()),
    dependencies: z.array(requirement()),
    "optional-dependencies": z.record(
      z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      z.array(requirement()),
    ),
  }),
  tool: z.object({
    hatch: z.strictObject({
      build: z.strictObject({
        targets: z.strictObject({
          wheel: z.strictObject({ packages: z.array(z.string()) }),
          // Ignored: the sdist settings do not change the wheel.
          sdist: z.unknown(),
        }),
      }),
    }),
  }),
});

export type Project = z.infer<typeof schema>;

/**
 * Reads the text of a pyproject.toml.
 *
 * @throws if it has a setting that the wheel would have to follow, but that is not supported here
 */
export function readProject(toml: string): Project {
  const result = schema.safeParse(parse(toml));
  if (result.success) return result.data;
  throw new Error(
    `The build does not support this pyproject.toml. Change it, or support it in scripts/wheel/project.ts and metadata.ts:\n${z.prettifyError(result.error)}`,
  );
}

function line(): z.ZodString {
  return z.string().regex(/^[^\r\n]+$/);
}

/** A name and versions. Markers, extras and URLs are not supported with optional dependencies. */
function requirement(): z.ZodString {
  return z.string().regex(/^[A-Za-z0-9._-]+((~=|==|!=|<=|>=|<|>)[\w.*+!]+(,(?=[~=!<>])|$))*$/);
}
