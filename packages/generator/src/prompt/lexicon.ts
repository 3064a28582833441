import type { FindingKind, Severity, Sex, Side, View, Zone } from "./finding.ts";

/** What ends a clause. */
export type Separator = "or" | "and" | "with" | "but" | "comma" | "stop";

/** The meaning of a word or a phrase in a prompt. */
export type Meaning =
  | { readonly type: "finding"; readonly kind: FindingKind }
  | { readonly type: "place"; readonly side?: Side | "bilateral"; readonly zone?: Zone }
  | { readonly type: "severity"; readonly severity: Severity }
  | { readonly type: "view"; readonly view: View }
  | { readonly type: "sex"; readonly sex: Sex }
  | { readonly type: "no" | "absent" | "present" | "normal" | "filler" | Separator }
  | { readonly type: "refused"; readonly reason: string };

const OTHER_MODALITY = "The phantom draws chest films (projection radiographs) only.";
const OTHER_PART = "The phantom draws the chest only.";
const OTHER_VIEW = "The phantom draws frontal views (PA and AP) only.";
const OTHER_PATIENT = "The phantom draws human adults only.";
const OTHER_FINDING =
  "The phantom cannot draw it. It draws cardiomegaly, pneumonia, consolidation, effusion, pneumothorax, nodule, mass, atelectasis and edema.";

/** Phrases and their meanings. `|` separates phrases. The longest matching phrase counts. A plural `s` is implied. */
const ENTRIES: readonly (readonly [phrases: string, meaning: Meaning])[] = [
  [
    "cardiomegaly|cardiomegalic|enlarged heart|enlarged cardiac silhouette|enlarged cardiomediastinal silhouette|enlargement of the heart|enlargement of the cardiac silhouette|cardiac enlargement|heart enlargement|heart is enlarged|heart enlarged|cardiac silhouette is enlarged|cardiac silhouette enlarged|big heart|large heart|heart enlarged|increased cardiothoracic ratio",
    { type: "finding", kind: "cardiomegaly" },
  ],
  [
    "pneumonia|pneumonias|bronchopneumonia|pneumonic infiltrate|infiltrate|infiltration|infection|covid 19|covid|pneumonitis",
    { type: "finding", kind: "pneumonia" },
  ],
  [
    "consolidation|consolidated|opacity|opacities|opacification|airspace opacity|airspace opacities|airspace disease",
    { type: "finding", kind: "consolidation" },
  ],
  [
    "effusion|pleural effusion|pleural fluid|hydrothorax|haemothorax|hemothorax|fluid in the pleural space",
    { type: "finding", kind: "effusion" },
  ],
  [
    "pneumothorax|pneumothoraces|ptx|collapsed lung|air in the pleural space",
    { type: "finding", kind: "pneumothorax" },
  ],
  ["nodule|nodular lesion|coin lesion|pulmonary nodule", { type: "finding", kind: "nodule" }],
  [
    "mass|masses|tumor|tumour|lung cancer|bronchial carcinoma|carcinoma|malignancy|neoplasm",
    { type: "finding", kind: "mass" },
  ],
  [
    "atelectasis|atelectases|atelectatic|plate atelectasis|volume loss|lobar collapse|lung collapse|collapse",
    { type: "finding", kind: "atelectasis" },
  ],
  [
    "edema|oedema|pulmonary edema|pulmonary oedema|pulmonary congestion|vascular congestion|congestion|interstitial edema|alveolar edema",
    { type: "finding", kind: "edema" },
  ],

  ["left|left sided|leftsided|lt", { type: "place", side: "left" }],
  ["right|right sided|rightsided|rt", { type: "place", side: "right" }],
  [
    "bilateral|bilaterally|both|both sides|both sided|two sided|diffuse|multifocal|left and right|right and left",
    { type: "place", side: "bilateral" },
  ],
  ["upper|apical|apex|apices|top|superior", { type: "place", zone: "upper" }],
  ["middle|mid|midzone|perihilar|hilar|central", { type: "place", zone: "middle" }],
  ["lower|basal|base|basilar|bottom|inferior|retrocardiac", { type: "place", zone: "lower" }],
  ["bibasilar|bibasal", { type: "place", side: "bilateral", zone: "lower" }],
  ["biapical", { type: "place", side: "bilateral", zone: "upper" }],
  ["lingula|lingular", { type: "place", side: "left", zone: "middle" }],
  ["rul", { type: "place", side: "right", zone: "upper" }],
  ["rml", { type: "place", side: "right", zone: "middle" }],
  ["rll", { type: "place", side: "right", zone: "lower" }],
  ["lul", { type: "place", side: "left", zone: "upper" }],
  ["lll", { type: "place", side: "left", zone: "lower" }],

  [
    "mild|mildly|slight|slightly|small|minimal|minimally|minor|trace|subtle|tiny|early|faint|little|borderline",
    { type: "severity", severity: "mild" },
  ],
  [
    "moderate|moderately|medium|medium sized|mild to moderate",
    { type: "severity", severity: "moderate" },
  ],
  [
    "severe|severely|large|massive|massively|marked|markedly|gross|grossly|extensive|huge|big|advanced|significant|pronounced|dense|moderate to severe|tension",
    { type: "severity", severity: "severe" },
  ],

  [
    "normal|healthy|unremarkable|clear|no finding|no abnormality|no abnormalities|no abnormal finding|no acute finding|no acute abnormality|no acute disease|no acute cardiopulmonary disease|no acute cardiopulmonary process|no acute cardiopulmonary abnormality|no pathology|within normal limits|no disease|disease free",
    { type: "normal" },
  ],
  [
    "no|not|without|absence of|negative for|free of|free from|neither|rule out|no evidence of|no sign of|no signs of|never|lack of|lacks|excluding|exclude",
    { type: "no" },
  ],
  [
    "absent|none|resolved|excluded|ruled out|disappeared|not present|not seen|not visible|not evident|not shown|not found|not noted|not identified|not detected|not demonstrated|not visualized|not visualised",
    { type: "absent" },
  ],
  ["is|was|present|seen|visible|shown|found|noted|demonstrated|yes", { type: "present" }],
  ["or|nor", { type: "or" }],
  ["and|plus|as well as|also", { type: "and" }],
  ["with|together with|along with|and with", { type: "with" }],
  ["but|however|yet|although|except|except for", { type: "but" }],

  ["pa|posteroanterior|postero anterior|erect|upright|standing", { type: "view", view: "pa" }],
  [
    "ap|anteroposterior|antero posterior|portable|bedside|supine|semi erect|icu|intensive care",
    { type: "view", view: "ap" },
  ],
  ["female|woman|women|lady|f", { type: "sex", sex: "female" }],
  ["male|man|men|gentleman|m", { type: "sex", sex: "male" }],

  [
    "a|an|the|of|in|on|at|to|for|from|by|are|were|has|have|there|this|that|it|its|some|any|one|single|solitary|show|shows|showing|presenting|demonstrate|demonstrates|demonstrating|consistent with|compatible with|consistent|compatible|suggestive|suspicious|suggesting|possible|possibly|probable|probably|likely|evidence|sign|finding|acute|chronic|new|focal|patchy|hazy|lobar|bacterial|viral|typical|classic|obvious|clear cut|interstitial|alveolar|airspace|cannot exclude|cannot rule out|cannot be excluded|cannot be ruled out|not excluded|not ruled out|not resolved|not absent|please|generate|create|make|give|me|draw|image|picture|photo|synthetic|realistic|high quality|case|example|dataset|data|sample|set|study|exam|examination|radiograph|radiography|radiographic|radiogram|film|x ray|xray|x rays|xrays|cxr|dx|cr|scan|view|projection|frontal|chest|thorax|thoracic|lung|pulmonary|pleural|heart|cardiac|cardiothoracic ratio|silhouette|size|sized|hemithorax|side|sided|lobe|zone|field|region|area|part|third|angle|costophrenic|diaphragm|mediastinum|patient|adult|person|people|human|subject|year old|years old|yo|y o|year|years|old|aged|age|elderly|history|degree|extent|pattern|change|appearance|process|disease",
    { type: "filler" },
  ],

  [
    "mri|magnetic resonance|ct|computed tomography|cat scan|ultrasound|sonography|sonogram|echocardiogram|echo|echocardiography|ecg|ekg|electrocardiogram|mammogram|mammography|pet|spect|scintigraphy|angiogram|angiography|fluoroscopy|endoscopy|histology|histopathology|pathology slide|microscopy|fundus|retina|retinal|dermoscopy|bronchoscopy|tomosynthesis|dexa",
    { type: "refused", reason: OTHER_MODALITY },
  ],
  [
    "brain|head|skull|cranial|face|facial|sinus|sinuses|jaw|teeth|tooth|dental|panoramic|neck|cervical|lumbar|spine|spinal|abdomen|abdominal|pelvis|pelvic|hip|femur|femoral|thigh|knee|patella|tibia|fibula|leg|ankle|foot|feet|toe|shoulder|humerus|elbow|forearm|radius|ulna|wrist|hand|finger|thumb|breast|liver|hepatic|kidney|renal|bladder|prostate|uterus|bowel|colon|stomach|pancreas|spleen|thyroid|eye|ear|skin|limb|arm",
    { type: "refused", reason: OTHER_PART },
  ],
  [
    "lateral view|lateral projection|lateral film|lateral radiograph|lateral chest|lateral x ray|lateral chest x ray|lateral decubitus|decubitus|oblique view|lordotic",
    { type: "refused", reason: OTHER_VIEW },
  ],
  [
    "child|children|pediatric|paediatric|infant|baby|newborn|neonate|neonatal|toddler|fetal|fetus|dog|cat|veterinary|animal|horse",
    { type: "refused", reason: OTHER_PATIENT },
  ],
  [
    "fracture|fractured|broken|pacemaker|emphysema|copd|hyperinflation|fibrosis|fibrotic|tuberculosis|tb|cavity|cavitation|cavitary|sarcoidosis|scoliosis|hernia|bronchiectasis|calcification|calcified|granuloma|abscess|empyema|aneurysm|dissection|pneumomediastinum|pneumoperitoneum|embolism|lymphadenopathy|adenopathy|silicosis|asbestosis|asbestos|mesothelioma|cystic fibrosis|asthma|catheter|tube|line|drain|stent|prosthesis|implant|sternotomy|wires|foreign body|dextrocardia|situs inversus|pleural thickening|metastases|metastasis|lymphoma|device",
    { type: "refused", reason: OTHER_FINDING },
  ],
];

/** The meanings by phrase, in lower case with single spaces. */
export const LEXICON: ReadonlyMap<string, Meaning> = new Map(
  ENTRIES.flatMap(([phrases, meaning]) =>
    phrases.split("|").flatMap((phrase): [string, Meaning][] => [
      [`${phrase}s`, meaning],
      [phrase, meaning],
    ]),
  ),
);

/** The length of the longest phrase, in words. */
export const LONGEST_PHRASE = 6;
