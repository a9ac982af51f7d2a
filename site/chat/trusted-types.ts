// The one door through which an address may become a script: scripts of this site alone.

interface Policy {
  createScriptURL(url: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

function ownScript(url: string): string {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError('a script of another origin');
  return url;
}

let policy: Policy | undefined;

/** An address that `new Worker` accepts where Trusted Types are enforced. @throws TypeError for another origin's */
export function scriptUrl(url: string): string {
  // TypeScript's DOM does not know Trusted Types yet; where a browser lacks them, the plain address will do.
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (!factory) return ownScript(url);
  policy ??= factory.createPolicy('lab', { createScriptURL: ownScript });
  return policy.createScriptURL(url) as string; // a TrustedScriptURL: the platform takes it for a string
}
