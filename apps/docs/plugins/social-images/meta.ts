/** The image that other sites show for a link to a page. */
export interface SocialImage {
  /** Absolute, because other sites show it. */
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** Adds the tags for the image to the page. */
export function withSocialImage(html: string, { url, alt, width, height }: SocialImage): string {
  const tags = Object.entries({
    "og:image": url,
    "og:image:type": "image/png",
    "og:image:width": String(width),
    "og:image:height": String(height),
    "og:image:alt": alt,
    "twitter:image": url,
    "twitter:image:alt": alt,
  }).map(([name, content]) => {
    const key = name.startsWith("og:") ? "property" : "name";
    return `<meta ${key}="${name}" content="${escaped(content)}">`;
  });
  return html.replace("</title>", () => `</title>${tags.join("")}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
