import { describe, expect, it } from "vitest";
import { type ChartPoint, layoutBars } from "./layout.ts";

const point = (day: number, values: Record<string, number>): ChartPoint => ({
  start: `2026-11-${String(day).padStart(2, "0")}T00:00:00Z`,
  values,
});
const size = { width: 600, height: 240 };
const series = ["2xx", "4xx"];

describe("layoutBars", () => {
  it("stacks the series of a point without a gap", () => {
    const points = [point(1, { "2xx": 60, "4xx": 40 }), point(2, { "2xx": 50 })];
    const { columns, bottom } = layoutBars({ points, series, ...size });
    const [low, high] = columns[0]?.bars ?? [];
    expect((low?.y ?? 0) + (low?.height ?? 0)).toBeCloseTo(bottom);
    expect((high?.y ?? 0) + (high?.height ?? 0)).toBeCloseTo(low?.y ?? 0);
    expect((low?.height ?? 0) / (high?.height ?? 1)).toBeCloseTo(1.5);
  });

  it("gives equal numbers equal heights in each column", () => {
    const points = [point(1, { "2xx": 30 }), point(2, { "4xx": 30 })];
    const { columns } = layoutBars({ points, series, ...size });
    expect(columns[0]?.bars[0]?.height).toBeCloseTo(columns[1]?.bars[0]?.height ?? 0);
  });

  it("draws nothing for zero, and counts in whole requests", () => {
    const points = [point(1, {}), point(2, { "2xx": 1 })];
    const { columns, yTicks } = layoutBars({ points, series, ...size });
    expect(columns[0]?.bars).toEqual([]);
    expect(yTicks.map(({ value }) => value)).toEqual([0, 1]);
  });

  it("keeps everything inside, with labels that do not overlap", () => {
    const points = Array.from({ length: 30 }, (_, day) => point(day + 1, { "2xx": day * 1e6 }));
    const { columns, labelled } = layoutBars({ points, series, ...size });
    for (const { bars } of columns) {
      for (const { x, y, width } of bars) {
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(size.width);
      }
    }
    const places = labelled.map((index) => columns[index]?.x ?? 0);
    const gaps = places.slice(1).map((x, index) => x - (places[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(72);
    expect(Math.max(...places)).toBeLessThanOrEqual(size.width - 48);
  });

  it("works before its width is known, and with no points", () => {
    expect(layoutBars({ points: [], series, ...size }).columns).toEqual([]);
    expect(() =>
      layoutBars({ points: [point(1, { "2xx": 1 })], series, width: 0, height: 240 }),
    ).not.toThrow();
  });
});
