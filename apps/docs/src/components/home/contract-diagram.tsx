import type { ReactNode } from "react";
import styles from "./contract-diagram.module.css";

const driven = [
  { name: "@sinkove/sdk", what: "the TypeScript client" },
  { name: "sinkove-sdk", what: "the Python client" },
  { name: "@sinkove/mock-server", what: "the API for your tests" },
  { name: "sinkove-server", what: "the API itself" },
  { name: "docs.sinkove.com", what: "these pages" },
] as const;

// A single string: with several text nodes in the title, React would rerender the page during hydration.
const title = `openapi.yaml drives ${driven.map(({ name }) => name).join(", ")}`;

const rowHeight = 62;
const height = driven.length * rowHeight;
const middle = height / 2;

/** A diagram of the contract and the packages that it drives, in the colours of the theme. */
export function ContractDiagram(): ReactNode {
  return (
    <svg
      className={styles.diagram}
      viewBox={`0 0 460 ${height}`}
      role="img"
      aria-labelledby="contract-diagram"
    >
      <title id="contract-diagram">{title}</title>
      <rect className={styles.source} x="1" y={middle - 38} width="148" height="76" rx="10" />
      <text className={styles.sourceName} x="75" y={middle - 3}>
        openapi.yaml
      </text>
      <text className={styles.sourceWhat} x="75" y={middle + 17}>
        the contract
      </text>
      {driven.map(({ name, what }, index) => {
        const y = rowHeight * (index + 0.5);
        return (
          <g key={name}>
            <path
              className={styles.line}
              d={`M149 ${middle} C 195 ${middle}, 175 ${y}, 222 ${y}`}
            />
            <circle className={styles.end} cx="222" cy={y} r="3.5" />
            <text className={styles.name} x="238" y={y - 3}>
              {name}
            </text>
            <text className={styles.what} x="238" y={y + 15}>
              {what}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
