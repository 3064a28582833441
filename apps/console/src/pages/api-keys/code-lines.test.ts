import { expect, it } from "vitest";
import { codeLines } from "./code-lines.ts";

const secret = `sinkove_test_${"x".repeat(38)}`;

it("shows the lines of the documentation for the service", () => {
  const { environment, curl, python } = codeLines(secret, "https://api.sinkove.com");
  expect(environment).toBe(`SINKOVE_API_KEY=${secret}`);
  expect(curl.replaceAll(" \\\n ", "")).toBe(
    `curl -X GET "https://api.sinkove.com/datasets" -H "Authorization: Bearer ${secret}" -H "Content-Type: application/json"`,
  );
  expect(python).toBe(
    `import sinkove as sk\n\nclient = sk.client("${secret}")\ndatasets = client.list_datasets()`,
  );
});

it("names the address of any other server", () => {
  const { environment, python } = codeLines(secret, "http://127.0.0.1:8080");
  expect(environment).toContain("\nSINKOVE_API_URL=http://127.0.0.1:8080/v1");
  expect(python).toContain(`sk.client("${secret}", base_url="http://127.0.0.1:8080/v1")`);
});
