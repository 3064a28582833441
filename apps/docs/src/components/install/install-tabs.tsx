import { type ReactNode, useId } from "react";
import { CodeBlock } from "../code/code-block.tsx";
import example from "../example/example.module.css";
import { createChoice } from "../tabs/choice.ts";
import { panelOf, TabList, tabOf } from "../tabs/tab-list.tsx";

const npm = createChoice("sinkove-npm", ["npm", "pnpm", "yarn", "bun"]);
const pip = createChoice("sinkove-pip", ["pip", "uv", "poetry"]);

export interface InstallTabsProps {
  /** The highlighted command of each package manager. */
  readonly commands: Readonly<Record<string, string>>;
}

/** The command that installs a package, for each package manager. */
export function InstallTabs({ commands }: InstallTabsProps): ReactNode {
  const id = useId();
  const forNode = npm.use();
  const forPython = pip.use();
  const isForNode = "npm" in commands;
  const shown: string = isForNode ? forNode : forPython;
  const names = Object.keys(commands);
  const choose = (name: string): void => {
    if (isForNode) npm.choose(name as typeof forNode);
    else pip.choose(name as typeof forPython);
  };
  return (
    <div className={example.example}>
      <TabList
        id={id}
        label="Package manager"
        tabs={names.map((name) => ({ name, label: name }))}
        shown={shown}
        onChoose={choose}
      />
      {names.map((name) => (
        <div
          key={name}
          role="tabpanel"
          id={panelOf(id, name)}
          aria-labelledby={tabOf(id, name)}
          hidden={name !== shown}
        >
          <CodeBlock language="sh" html={commands[name] ?? ""} />
        </div>
      ))}
    </div>
  );
}
