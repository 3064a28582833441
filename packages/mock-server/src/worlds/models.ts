import type { ModelRecord } from "@sinkove/api";

const PROMPT = { type: "string", minLength: 1, maxLength: 1000 };

const COMMON = {
  organizationId: null,
  modality: "chest-xray",
  imageSize: { width: 512, height: 512 },
  maxSamples: 1000,
} as const;

/** The models of a world, public ones. */
export const MODELS: readonly ModelRecord[] = [
  {
    ...COMMON,
    id: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    slug: "chest-xray-v2",
    name: "Chest X-ray v2",
    description: "Chest films from a prompt and, to repeat them, a seed.",
    argsSchema: {
      type: "object",
      additionalProperties: false,
      required: ["prompt"],
      properties: { prompt: PROMPT, seed: { type: "integer" } },
    },
    modelCard:
      "# Chest X-ray v2\n\nSynthetic chest films for research and testing. Not for clinical use.",
    createdAt: Date.UTC(2026, 0, 15),
  },
  {
    ...COMMON,
    id: "0192a3c4-5d10-7b21-9e3f-1a2b3c4d5e6f",
    slug: "chest-xray-v1",
    name: "Chest X-ray v1",
    description: "Chest films from a prompt.",
    argsSchema: {
      type: "object",
      additionalProperties: false,
      required: ["prompt"],
      properties: { prompt: PROMPT },
    },
    modelCard:
      "# Chest X-ray v1\n\nSynthetic chest films for research and testing. Not for clinical use.",
    createdAt: Date.UTC(2025, 8, 1),
  },
];
