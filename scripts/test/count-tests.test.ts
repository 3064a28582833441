import { expect, test } from "vitest";
import { countTests, describeFailed, namesOfSkipped, summaryOf } from "../count-tests.ts";

const VITEST = `<testsuites name="vitest tests" tests="3" failures="1" errors="0">
  <testsuite name="a.test.ts" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="a.test.ts" name="passes" time="0.1"></testcase>
    <testcase classname="a.test.ts" name="a loss of power &gt; keeps &quot;rows&quot;" time="0">
      <skipped/>
    </testcase>
    <testcase classname="a.test.ts" name="fails" time="0.1"><failure message="no"/></testcase>
  </testsuite>
</testsuites>`;
const PYTEST = `<testsuites><testsuite name="pytest" errors="1" failures="0" skipped="0" tests="2">
<testcase classname="tests.test_a" name="test_passes" time="0.1" /><testcase classname="tests.test_a"
 name="test_breaks[a&lt;b]" time="0.1"><error message="no">Traceback</error></testcase>
</testsuite></testsuites>`;

test("adds up the reports of Vitest and pytest", () => {
  expect(countTests([VITEST, PYTEST])).toEqual({ passed: 2, failures: 2, skipped: 1 });
});

test("names what was skipped", () => {
  expect(namesOfSkipped([VITEST, PYTEST])).toEqual(['a loss of power > keeps "rows"']);
});

test("says what failed, and the first lines of why", () => {
  expect(describeFailed([VITEST, PYTEST])).toEqual([
    "a.test.ts: fails",
    "tests.test_a: test_breaks[a<b]\n  Traceback",
  ]);
  const reason = Array.from({ length: 100 }, (_, index) => `+ "line ${index}"\n\n`).join("");
  const long = PYTEST.replace("Traceback", reason.replaceAll('"', "&quot;"));
  const [description = ""] = describeFailed([long]);
  expect(description.split("\n").slice(-2)).toEqual(['  + "line 23"', '  + "line 24"']);
});

test("the last line counts skipped tests only if there are some", () => {
  expect(summaryOf({ passed: 2, failures: 0, skipped: 0 })).toBe("2 passed, 0 failed");
  expect(summaryOf({ passed: 2, failures: 1, skipped: 3 })).toBe("2 passed, 1 failed, 3 skipped");
});
