import { useCodeBlockContext } from "@docusaurus/theme-common/internal";
import type { Props } from "@theme/CodeBlock/Content";
import type { ReactNode } from "react";
import { highlight } from "../../../highlight/index.ts";

/** The code of a block. A long line is scrolled to, by keyboard too. */
export default function CodeBlockContent({ className = "" }: Props): ReactNode {
  const { metadata, wordWrap } = useCodeBlockContext();
  return (
    <pre
      ref={wordWrap.codeBlockRef}
      className={`${className} code-block thin-scrollbar`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
      tabIndex={0}
    >
      <code
        // biome-ignore lint/security/noDangerouslySetInnerHtml: Prism escapes the code that it marks up.
        dangerouslySetInnerHTML={{ __html: highlight(metadata.code, metadata.language) }}
      />
    </pre>
  );
}
