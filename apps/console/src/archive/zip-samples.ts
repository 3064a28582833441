/** Archives that Python 3 made with zipfile. */
export const zipSamples = {
  /** images/00001.png deflated, images/ü.png stored, and a comment that begins like the end of an archive. */
  deflated: decode([
    "UEsDBBQAAAAIAAAAIVxx7zL+CgAAAGQAAAAQAAAAaW1hZ2VzLzAwMDAxLnBuZ0vLLCouSaMtAQBQSwMEFAAACAAA",
    "AAAhXGkRH7YGAAAABgAAAA0AAABpbWFnZXMvw7wucG5nc2Vjb25kUEsBAhQDFAAAAAgAAAAhXHHvMv4KAAAAZAAA",
    "ABAAAAAAAAAAAAAAAIABAAAAAGltYWdlcy8wMDAwMS5wbmdQSwECFAMUAAAIAAAAACFcaREftgYAAAAGAAAADQAA",
    "AAAAAAAAAAAAgAE4AAAAaW1hZ2VzL8O8LnBuZ1BLBQYAAAAAAgACAHkAAABpAAAADgBQSwUGIGEgY29tbWVudA==",
  ]),
  /** Written to a pipe: the sizes follow the content of images/00001.png. */
  streamed: decode([
    "UEsDBBQACAAIAAAAIVwAAAAAAAAAAAAAAAAQAAAAaW1hZ2VzLzAwMDAxLnBuZysuKUpNzE1NKaaQBgBQSwcIgI4n",
    "rQ0AAABIAAAAUEsBAhQDFAAIAAgAAAAhXICOJ60NAAAASAAAABAAAAAAAAAAAAAAAIABAAAAAGltYWdlcy8wMDAw",
    "MS5wbmdQSwUGAAAAAAEAAQA+AAAASwAAAAAA",
  ]),
} as const;

function decode(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(lines.join("")), (character) => character.charCodeAt(0));
}
