import type { ReactNode } from "react";
import styles from "./drawing.module.css";

const states = [
  { name: "PENDING", x: 4, y: 62 },
  { name: "STARTED", x: 224, y: 62 },
  { name: "READY", x: 460, y: 16 },
  { name: "FAILED", x: 460, y: 108 },
  { name: "EXPIRED", x: 696, y: 16 },
] as const;

const ways = [
  { path: "M124 84 H218", label: "its turn comes", x: 171, y: 74 },
  { path: "M344 78 C 400 78, 400 38, 454 38", label: "all images made", x: 402, y: 30 },
  { path: "M344 90 C 400 90, 400 130, 454 130", label: "cannot be made", x: 402, y: 150 },
  { path: "M580 38 H690", label: "retention ends", x: 635, y: 28 },
] as const;

const title =
  "PENDING becomes STARTED; STARTED becomes READY or FAILED; READY becomes EXPIRED when the retention period ends.";

/** A diagram of a dataset's states and the transitions between them. */
export function DatasetLife(): ReactNode {
  return (
    <div className={styles.scroll}>
      <svg className={styles.drawing} viewBox="0 0 820 160" role="img" aria-label={title}>
        <defs>
          <marker id="life-arrow" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto">
            <path className={styles.tip} d="M0 0 L8 4 L0 8 Z" />
          </marker>
        </defs>
        {states.map(({ name, x, y }) => (
          <g key={name}>
            <rect className={styles.box} x={x} y={y} width="120" height="44" rx="10" />
            <text className={styles.name} x={x + 60} y={y + 27}>
              {name}
            </text>
          </g>
        ))}
        {ways.map(({ path, label, x, y }) => (
          <g key={label}>
            <path className={styles.line} d={path} markerEnd="url(#life-arrow)" />
            <text className={styles.label} x={x} y={y}>
              {label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
