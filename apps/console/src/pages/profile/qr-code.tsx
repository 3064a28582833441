import { type ReactNode, useMemo } from "react";
import { encode } from "uqr";
import classes from "./qr-code.module.css";

interface QrCodeProps {
  readonly value: string;
  readonly label: string;
}

/** A QR code as SVG. It is dark on light in both colour schemes, because many scanners require that. */
export function QrCode({ value, label }: QrCodeProps): ReactNode {
  const { path, size } = useMemo(() => draw(value), [value]);
  return (
    <svg className={classes.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function draw(value: string): { path: string; size: number } {
  const { data, size } = encode(value, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { path: squares.join(""), size };
}
