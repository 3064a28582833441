import { modelCardOf } from "./model-card.ts";
import { MAX_NOISE, MAX_PROMPT_LENGTH, MAX_SEED } from "./read-arguments.ts";

/** A model in the form that the API stores. */
export interface GeneratorModel {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Null, because every organization may use the model. */
  readonly organizationId: null;
  readonly modality: string;
  /** The size of the images in pixels. */
  readonly imageSize: { readonly width: number; readonly height: number };
  readonly maxSamples: number;
  /** The JSON Schema (draft 2020-12) of a dataset's `args`. */
  readonly argsSchema: Readonly<Record<string, unknown>>;
  /** The model card in Markdown. */
  readonly modelCard: string;
  /** The time of creation in milliseconds since 1970. */
  readonly createdAt: number;
}

const PROMPT = {
  type: "string",
  minLength: 1,
  maxLength: MAX_PROMPT_LENGTH,
  pattern: "\\S",
  description:
    "The findings to draw, in English, such as 'Severe cardiomegaly with a small left effusion'. The model card lists the words that have an effect.",
};

const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  required: ["prompt"],
} as const;

const COMMON = {
  organizationId: null,
  modality: "chest-xray",
  imageSize: { width: 512, height: 512 },
  maxSamples: 1000,
} as const;

/** The models that the phantom implements, newest first. */
export const chestXrayModels: readonly GeneratorModel[] = [
  {
    ...COMMON,
    id: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    slug: "chest-xray-v2",
    name: "Chest X-ray v2",
    description:
      "Chest films from a prompt, drawn by a procedural phantom. You can set the seed, view, sex and noise.",
    argsSchema: {
      ...SCHEMA,
      properties: {
        prompt: PROMPT,
        seed: {
          type: "integer",
          minimum: 0,
          maximum: MAX_SEED,
          description:
            "The same seed draws the same patients. Default: derived from the dataset's id.",
        },
        view: {
          enum: ["pa", "ap"],
          description:
            "The projection: from behind, standing (pa), or from the front, at the bedside (ap). Default: the view in the prompt, otherwise pa.",
        },
        sex: {
          enum: ["female", "male"],
          description: "The patients' sex. Default: the sex in the prompt, otherwise random.",
        },
        noise: {
          type: "number",
          minimum: 0,
          maximum: MAX_NOISE,
          description: "The noise, relative to an ordinary film. Default: 1.",
        },
      },
    },
    modelCard: modelCardOf("Chest X-ray v2"),
    createdAt: Date.UTC(2026, 0, 15),
  },
  {
    ...COMMON,
    id: "0192a3c4-5d10-7b21-9e3f-1a2b3c4d5e6f",
    slug: "chest-xray-v1",
    name: "Chest X-ray v1",
    description: "Chest films from a prompt, drawn by a procedural phantom.",
    argsSchema: { ...SCHEMA, properties: { prompt: PROMPT } },
    modelCard: modelCardOf("Chest X-ray v1"),
    createdAt: Date.UTC(2025, 8, 1),
  },
];
