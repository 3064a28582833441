import type { Project } from "./project.ts";

/** The METADATA file with core metadata, version 2.5. */
export function metadata({ project }: Project, readme: string): string {
  const extras = Object.entries(project["optional-dependencies"]);
  const fields = [
    ["Metadata-Version", "2.5"],
    ["Name", project.name],
    ["Version", project.version],
    ["Summary", project.description],
    ...Object.entries(project.urls).map(([label, url]) => ["Project-URL", `${label}, ${url}`]),
    ["Author-email", project.authors.map(({ name, email }) => `${name} <${email}>`).join(", ")],
    ["License-Expression", project.license],
    ...project["license-files"].map((file) => ["License-File", file]),
    ["Keywords", project.keywords.join(",")],
    ...project.classifiers.map((classifier) => ["Classifier", classifier]),
    ["Requires-Python", project["requires-python"]],
    ...project.dependencies.map((dependency) => ["Requires-Dist", dependency]),
    ...extras.flatMap(([extra, dependencies]) => [
      ["Provides-Extra", extra],
      ...dependencies.map((each) => ["Requires-Dist", `${each}; extra == '${extra}'`]),
    ]),
    ["Description-Content-Type", "text/markdown"],
  ];
  return `${fields.map((field) => `${field.join(": ")}\n`).join("")}\n${readme}`;
}
