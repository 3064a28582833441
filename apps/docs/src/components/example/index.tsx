import CodeBlock from "@theme/CodeBlock";
import TabItem from "@theme/TabItem";
import Tabs from "@theme/Tabs";
import type { ReactNode } from "react";
import type { Samples } from "../../../plugins/examples/example-files.ts";

const tabs = [
  { language: "ts", label: "TypeScript", highlighting: "ts" },
  { language: "sh", label: "curl", highlighting: "bash" },
  { language: "py", label: "Python", highlighting: "python" },
] as const;

export interface ExampleProps {
  /** The example's files, `examples/<name>.{ts,sh,py}`; a remark plugin reads them into `samples`. */
  readonly name?: string;
  readonly samples?: Samples;
}

export function Example({ samples = {} }: ExampleProps): ReactNode {
  const present = tabs.filter(({ language }) => samples[language] !== undefined);
  return (
    <Tabs groupId="language">
      {present.map(({ language, label, highlighting }) => (
        <TabItem key={language} value={language} label={label}>
          <CodeBlock language={highlighting}>{samples[language]}</CodeBlock>
        </TabItem>
      ))}
    </Tabs>
  );
}
