/**
 * The Fontconfig configuration of the unpacked Chromium. It uses only the fonts beside this file, so that pages look
 * the same on every machine, including machines without fonts.
 */
export const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
