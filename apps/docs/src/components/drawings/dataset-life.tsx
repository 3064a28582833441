import type { ReactNode } from "react";
import styles from "./drawing.module.css";

const states = [
  { name: "PENDING", x: 8, y: 62 },
  { name: "STARTED", x: 188, y: 62 },
  { name: "READY", x: 368, y: 16 },
  { name: "FAILED", x: 368, y: 108 },
  { name: "EXPIRED", x: 548, y: 16 },
] as const;

const ways = [
  { path: "M128 84 H182", label: "its turn comes", x: 155, y: 74 },
  { path: "M308 78 C 335 78, 335 38, 362 38", label: "all drawn", x: 320, y: 44 },
  { path: "M308 90 C 335 90, 335 130, 362 130", label: "cannot be drawn", x: 300, y: 130 },
  { path: "M488 38 H542", label: "retention ends", x: 515, y: 28 },
] as const;

const title =
  "PENDING becomes STARTED; STARTED becomes READY or FAILED; READY becomes EXPIRED when the retention period ends.";

/** The states of a dataset, and what leads from one to the next. */
export default function DatasetLife(): ReactNode {
  return (
    <div className={styles.scroll}>
      <svg className={styles.drawing} viewBox="0 0 680 160" role="img" aria-label={title}>
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
