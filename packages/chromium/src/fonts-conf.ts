/**
 * Fontconfig's configuration for the unpacked Chromium: only the fonts beside this file, so that a page looks the same
 * on every machine, and also on one without fonts.
 */
export const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
