import { useLocation } from "@docusaurus/router";
import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { type ReactNode, useState } from "react";

/** Actions that copy a page as Markdown or open it in an assistant. */
export function PageActions(): ReactNode {
  const { url } = useDocusaurusContext().siteConfig;
  const { pathname } = useLocation();
  const twin = `${pathname.replace(/\/$/, "") || "/index"}.md`;
  const question = encodeURIComponent(`Read ${url}${twin}. I have questions about it.`);
  const [label, setLabel] = useState("Copy page");
  return (
    <div className="page-actions">
      <button type="button" onClick={() => void copyPage(twin).then(setLabel)}>
        {label}
      </button>
      <details>
        <summary>More</summary>
        <ul>
          <li>
            <a href={twin}>View as Markdown</a>
          </li>
          <li>
            <a href={`https://claude.ai/new?q=${question}`} rel="noreferrer" target="_blank">
              Open in Claude
            </a>
          </li>
          <li>
            <a href={`https://chatgpt.com/?q=${question}`} rel="noreferrer" target="_blank">
              Open in ChatGPT
            </a>
          </li>
          <li>
            <a href="/llms.txt">llms.txt: all pages</a>
          </li>
        </ul>
      </details>
    </div>
  );
}

/** Copies the Markdown of a page. Returns the new label. */
async function copyPage(twin: string): Promise<string> {
  try {
    const response = await fetch(twin);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    await navigator.clipboard.writeText(await response.text());
    return "Copied";
  } catch {
    return "Not copied: view as Markdown";
  }
}
