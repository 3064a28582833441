import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnsupportedPromptError } from "../unsupported-prompt-error.ts";
import { parsePrompt } from "./parse-prompt.ts";

/** The findings of a prompt in short form: kind, side, zones and severity, as far as they are given. */
const short = (prompt: string): string[] =>
  parsePrompt(prompt).findings.map(({ kind, side, zones, severity }) =>
    [kind, side, ...zones, severity].filter((part) => part !== null).join(" "),
  );

describe("parsePrompt", () => {
  test.each([
    ["Severe cardiomegaly", ["cardiomegaly severe"]],
    ["Bilateral pneumonia", ["pneumonia bilateral"]],
    ["Normal chest X-ray", []],
    ["Chest X-ray with a large left-sided pleural effusion", ["effusion left severe"]],
    ["consolidation in the right upper lobe", ["consolidation right upper"]],
    ["effusion on the left", ["effusion left"]],
    ["left and right pneumonia", ["pneumonia bilateral"]],
    ["pneumonia, left, severe", ["pneumonia left severe"]],
    ["pneumonia on the left and right", ["pneumonia bilateral"]],
    ["Severe left effusion and mild cardiomegaly", ["effusion left severe", "cardiomegaly mild"]],
    ["severe pneumonia and effusion", ["pneumonia severe", "effusion"]],
    ["Cardiomegaly with bibasilar atelectasis", ["cardiomegaly", "atelectasis bilateral lower"]],
    [
      "RUL nodule; tiny right apical pneumothorax",
      ["nodule right upper", "pneumothorax right upper mild"],
    ],
    ["The heart is enlarged. Lungs are clear.", ["cardiomegaly"]],
    [
      "left upper pneumonia and right lower pneumonia",
      ["pneumonia left upper", "pneumonia right lower"],
    ],
    ["cardiomegaly and severe cardiomegaly", ["cardiomegaly severe"]],
    ["left cardiomegaly", ["cardiomegaly"]],
    ["ＢＩＬＡＴＥＲＡＬ ｐｎｅｕｍｏｎｉａ", ["pneumonia bilateral"]],
    ["65-year-old man, moderate pulmonary oedema", ["edema moderate"]],
    ["Infiltrates in both lungs", ["pneumonia bilateral"]],
    ["Pneumonia cannot be excluded", ["pneumonia"]],
    ["pneu\u00admonia on the le\u200bft", ["pneumonia left"]],
    // A side that is normal is not the finding's.
    ["Right pneumothorax, left lung clear", ["pneumothorax right"]],
    ["Right pneumothorax and clear left lung", ["pneumothorax right"]],
    ["Left lung normal and right pneumonia", ["pneumonia right"]],
  ])("reads %j", (prompt, findings) => {
    expect(short(prompt)).toEqual(findings);
    expect(parsePrompt(prompt).notUnderstood).toEqual([]);
  });

  test.each([
    ["Cardiomegaly, no effusion", ["cardiomegaly"], ["effusion"]],
    ["No effusion, severe cardiomegaly", ["cardiomegaly severe"], ["effusion"]],
    ["No effusion, pneumothorax or mass", [], ["effusion", "pneumothorax", "mass"]],
    ["Without effusion but with left pneumonia", ["pneumonia left"], ["effusion"]],
    [
      "Pneumonia without pleural effusion or pneumothorax.",
      ["pneumonia"],
      ["effusion", "pneumothorax"],
    ],
    ["no evidence of pneumonia. Right effusion", ["effusion right"], ["pneumonia"]],
    ["not consistent with pneumonia", [], ["pneumonia"]],
    ["Effusion is absent", [], ["effusion"]],
    ["Pneumonia: yes, effusion: no", ["pneumonia"], ["effusion"]],
    ["history of pneumonia, resolved", [], ["pneumonia"]],
    ["Effusion, pneumothorax and mass are absent", [], ["effusion", "pneumothorax", "mass"]],
    ["Pneumonia, effusion not seen", ["pneumonia"], ["effusion"]],
    ["Cardiomegaly is present and effusion is absent", ["cardiomegaly"], ["effusion"]],
    ["Mass, resolved left pneumonia", ["mass"], ["pneumonia"]],
    ["Cardiomegaly, no change", ["cardiomegaly"], []],
  ])("recognizes the negation in %j", (prompt, findings, absent) => {
    expect(short(prompt)).toEqual(findings);
    expect(parsePrompt(prompt).absent).toEqual(absent);
  });

  test("recognizes a normal film, its view and the patient's sex", () => {
    expect(parsePrompt("Normal portable chest film of a woman")).toMatchObject({
      isNormal: true,
      view: "ap",
      sex: "female",
    });
    expect(parsePrompt("Effusion")).toMatchObject({ isNormal: false, view: null, sex: null });
  });

  test("lists each unknown word once", () => {
    const { findings, notUnderstood } = parsePrompt("Fancy pneumonia, fancy 肺炎 рентген 🫁");
    expect(findings).toHaveLength(1);
    expect(notUnderstood).toEqual(["fancy", "肺炎", "рентген", "🫁"]);
  });

  test("lists words of quantity and general words, which it cannot draw", () => {
    expect(parsePrompt("several nodules").notUnderstood).toEqual(["several"]);
    expect(parsePrompt("lung lesion").notUnderstood).toEqual(["lesion"]);
  });

  test.each([
    ["brain MRI", "brain"],
    ["Fractured femur", "fractured"],
    ["chest CT of pneumonia", "ct"],
    ["lateral chest x-ray", "lateral chest x ray"],
    ["Pediatric pneumonia", "pediatric"],
    ["a cat", "cat"],
  ])("refuses %j and says which words it cannot draw", (prompt, words) => {
    const parse = () => parsePrompt(prompt);
    expect(parse).toThrow(UnsupportedPromptError);
    expect(parse).toThrow(`"${words}"`);
    expect(parse).toThrow(/^[A-Z].+\. .+ create the dataset again\.$/);
  });

  test("does not refuse what the prompt denies", () => {
    expect(short("Pneumonia, no rib fracture, no pacemaker")).toEqual(["pneumonia"]);
  });

  test("refuses more findings than fit on a film", () => {
    const zones = ["upper", "middle", "lower"];
    const prompt = zones.flatMap((zone) =>
      ["left", "right", "bilateral"].map((side) => `${side} ${zone} pneumonia`),
    );
    expect(() => parsePrompt(prompt.join(". "))).toThrow("9 findings");
  });

  test("reads or refuses any text, and never throws anything else", () => {
    const word = fc.constantFrom(
      "no",
      "absent",
      "is",
      "normal",
      "left",
      "pneumonia",
      ",",
      ".",
      "and",
      "heart",
      "enlarged",
      "mri",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 1000 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(parsePrompt(text).findings.length).toBeLessThanOrEqual(8);
        } catch (error) {
          expect(error).toBeInstanceOf(UnsupportedPromptError);
        }
      }),
    );
  });

  test.each(["constructor", "__proto__", "toString", "valueOf"])("treats %j as a word", (word) => {
    expect(parsePrompt(word).notUnderstood).toEqual([word.replaceAll("_", "").toLowerCase()]);
  });
});
