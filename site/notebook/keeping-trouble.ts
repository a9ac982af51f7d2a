// Why the browser has not kept something, told from what it threw.

/** Why something was not kept. */
export function reasonOf(error: unknown): 'full' | 'outdated' | 'blocked' | 'failed' {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'outdated';
  return name === 'InvalidStateError' || name === 'SecurityError' ? 'blocked' : 'failed';
}
