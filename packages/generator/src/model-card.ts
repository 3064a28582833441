/** The model card in Markdown, as the API shows it and as each archive holds it. */
export function modelCardOf(name: string): string {
  return `# ${name}\n\n${TEXT}`;
}

const TEXT = `Chest films (frontal X-rays of adults) drawn by a **procedural phantom**: geometry, attenuation and a seeded
random generator. No image is a patient's, none was learned from patients' images, and none was read by a
radiologist. **For research, teaching and software testing. Not for clinical use**, nor for training or judging
anything that decides about patients.
`;
