/** Returns the model card in Markdown, which the API shows and each archive contains. */
export function modelCardOf(name: string): string {
  return `# ${name}\n\n${TEXT}`;
}

const TEXT = `Chest films (frontal X-rays of adults) drawn by a **procedural phantom**: geometry, attenuation and a
seeded random generator. No image is a patient's, none was learned from patients' images, and none was judged by a
radiologist. **For research, teaching and software testing. Not for clinical use**, nor for training or judging
anything that decides about patients.

## What an archive holds

| file | content |
|---|---|
| \`images/00001.png\` … | square greyscale films of 8 bits a pixel; the patient's left is on the right |
| \`masks/00001-heart.png\`, \`-right-lung\`, \`-left-lung\` | masks of the anatomy, 1 bit a pixel, white where it is |
| \`masks/00001-1-left-effusion.png\` … | a mask for each finding and side, numbered as in the metadata |
| \`metadata.json\` | the order, how the prompt was understood, and the truth about each image |

For each image \`metadata.json\` tells the prompt, the seed, the SHA-256 of the PNG, the findings as drawn (side, zones,
severity, extent from 0 to 1) beside what was \`requested\`, their boxes (pixels from the upper left) and masks, the
cardiothoracic ratio as drawn, and the \`parameters\` of the patient and the film. \`imageSize\` tells when images are
smaller than usual, as in sandboxes. The heart's mask also covers what the diaphragm hides; a lung's mask leaves out
what the heart hides.

## How a prompt is read

English, in any case. A finding takes the side, zone and severity that stand beside it: before it, or after it up to
the end of the clause. \`,\` \`;\` \`.\` *and*, *with* and *but* divide clauses. Up to eight findings combine.

| | words (synonyms and plurals are known too) |
|---|---|
| findings | cardiomegaly, pneumonia, consolidation, effusion, pneumothorax, nodule, mass, atelectasis, edema |
| sides, the patient's | left, right, bilateral |
| zones | upper, middle, lower; lobes such as RUL, lingula; apical, perihilar, basal |
| severities | mild, moderate, severe, and words such as small, slight, large, massive |
| denials | no, without, absence of, negative for: up to the clause's end, through *or* and *and* |
| normal | normal, clear, unremarkable: nothing is drawn for these |
| view and sex | PA, AP, portable; man, woman |

What a prompt leaves open is drawn by lot, from the seed. "severe pneumonia and effusion" makes the pneumonia severe
and leaves the effusion to lot. "left upper and right lower pneumonia" is one finding in both zones on both sides; two
findings, "left upper pneumonia and right lower pneumonia", keep them apart.

- **Words that are not known**, and other scripts, change nothing. \`metadata.json\` lists them in
  \`prompt.notUnderstood\`. If nothing was understood, films without findings are drawn.
- **What cannot be drawn** fails the dataset, with a message that quotes the words: other modalities (MRI, CT,
  ultrasound), other parts of the body, lateral views, children, animals, and findings such as fractures, devices,
  emphysema or tuberculosis. A denial of them ("no fracture") is fine.
- An empty prompt, or one of more than 1000 characters, is refused when the dataset is ordered.

## Seeds

The same seed, arguments and generator version give the same bytes on every machine. Sample *k* of a seed is the same
patient whatever the prompt says, so that "Normal" and "Left pneumonia" of one seed are pairs. Without a seed, one is
made from the dataset's id and told.

## Limits

A cardiothoracic ratio is drawn from 0.40–0.475 (normal), 0.52–0.56 (mild), 0.585–0.635 (moderate), 0.67–0.76 (severe);
AP films add 0.02. Findings are textures and shapes by their textbook descriptions; how often they occur, how they look
in populations and how they go together is not modelled. Scatter, grids and detectors are not simulated beyond quantum
noise and a film curve. Bones and vessels vary little. Measures on these images say nothing about measures on real ones.
`;
