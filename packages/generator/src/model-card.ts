/** Returns the model card in Markdown, which the API shows and each archive contains. */
export function modelCardOf(name: string): string {
  return `# ${name}\n\n${TEXT}`;
}

const TEXT = `Chest films (frontal X-rays of adults), drawn by a **procedural phantom** that combines geometry, attenuation
and a seeded random generator. No image is a patient's, none was learned from patients' images, and no radiologist has
assessed them. **For research, teaching and software testing. Not for clinical use**, and not for training or testing
systems that make decisions about patients.

## Files in an archive

| file | content |
|---|---|
| \`images/00001.png\` … | square greyscale films with 8 bits per pixel; the patient's left is on the right |
| \`masks/00001-heart.png\`, \`-right-lung\`, \`-left-lung\` | masks of the anatomy with 1 bit per pixel, white inside the region |
| \`masks/00001-1-left-effusion.png\` … | a mask for each finding and side, numbered as in the metadata |
| \`metadata.json\` | the order, the interpretation of the prompt, and the ground truth of each image |

For each image, \`metadata.json\` has the prompt, the seed, the SHA-256 of the PNG, the findings as drawn (side, zones,
severity, extent from 0 to 1) and as \`requested\`, their bounding boxes (in pixels from the upper left corner) and masks,
the cardiothoracic ratio as drawn, and the \`parameters\` of the patient and the film. \`imageSize\` is the size of the
images, which is smaller in sandboxes. The heart's mask includes the part behind the diaphragm. A lung's mask excludes the
part that the heart hides.

## Prompts

Prompts are in English, in upper or lower case. Sides, zones and severities apply to the finding next to them: they come
before it, or after it up to the end of the clause. \`,\` \`;\` \`.\` *and*, *with* and *but* separate clauses. A prompt
can have up to eight findings.

| | words (synonyms and plurals also work) |
|---|---|
| findings | cardiomegaly, pneumonia, consolidation, effusion, pneumothorax, nodule, mass, atelectasis, edema |
| patient's sides | left, right, bilateral |
| zones | upper, middle, lower; lobes such as RUL, lingula; apical, perihilar, basal |
| severities | mild, moderate, severe, and words such as small, slight, large, massive |
| negations | no, without, absence of, negative for: up to the end of the clause, including *or* and *and*; absent, resolved, ruled out, not seen: before or after the finding |
| normal | normal, clear, unremarkable: these draw no finding |
| view and sex | PA, AP, portable; man, woman |

Properties that the prompt does not specify are random and depend on the seed. In "severe pneumonia and effusion", the
pneumonia is severe, and the severity of the effusion is random. "left upper and right lower pneumonia" is one finding in
both zones on both sides. To get two separate findings, write "left upper pneumonia and right lower pneumonia".
Counts have no effect: "three nodules" draws one. Name the place of each instead.

- **Unknown words**, including words in other scripts, have no effect. \`metadata.json\` lists them in
  \`prompt.notUnderstood\`. If all words are unknown, the films have no findings.
- **Words for things that the phantom cannot draw** make the dataset fail, with a message that quotes them: other
  modalities (MRI, CT, ultrasound), other parts of the body, lateral views, children, animals, and findings such as
  fractures, devices, emphysema or tuberculosis. You can negate them ("no fracture").
- An empty prompt, or one with more than 1000 characters, is rejected when you create the dataset.

## Seeds

The same seed, arguments and generator version give the same bytes on every machine. Sample *k* of a seed is the same
patient for every prompt, so "Normal" and "Left pneumonia" with the same seed give pairs of images. Without a seed, the
seed is derived from the dataset's id. \`metadata.json\` contains it.

## Limits

The cardiothoracic ratio is drawn from 0.40–0.475 (normal), 0.52–0.56 (mild), 0.585–0.635 (moderate) or 0.67–0.76 (severe),
plus 0.02 for AP films. Findings are textures and shapes based on textbook descriptions. Their frequency, their variation
in populations and their correlations are not modelled. Apart from quantum noise and a film curve, the physics of scatter,
grids and detectors is not simulated. Bones and vessels vary little. Measurements on these images do not predict
measurements on real ones.
`;
