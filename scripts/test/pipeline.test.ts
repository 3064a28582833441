import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

test("CONTRIBUTING.md shows the stages of a request as the code has them", () => {
  const [stages = "none"] =
    /^const STAGES[\s\S]*?^\];$/m.exec(read("packages/api/src/pipeline/pipeline.ts")) ?? [];
  expect(read("CONTRIBUTING.md")).toContain(`\`\`\`ts\n${stages}\n\`\`\`\n`);
});
