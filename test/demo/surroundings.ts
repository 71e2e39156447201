/** What the demo has around it: the internet, a screen. */

/** True if arXiv answers within three seconds. */
export async function arxivAnswers(): Promise<boolean> {
  try {
    const { ok } = await fetch("https://arxiv.org/abs/2108.04840", {
      method: "HEAD",
      signal: AbortSignal.timeout(3000),
    });
    return ok;
  } catch {
    return false;
  }
}

/** macOS and Windows always have a screen as far as we can tell; on Linux the environment names one. */
export function hasDisplay(
  env: Record<string, string | undefined> = process.env,
  platform = process.platform,
): boolean {
  return platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}
