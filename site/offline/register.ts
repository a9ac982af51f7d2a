// Has the browser keep the workbook for when there is no network, and says when a new version of it is ready.
import { scriptUrl } from '../chat/trusted-types.ts';

/** Shows the notice. @param use - what its button does */
function tell(page: Document, use: () => void): void {
  const notice = page.querySelector<HTMLElement>('[data-new-version]');
  const button = notice?.querySelector('button');
  if (button) button.onclick = use;
  notice?.firstElementChild?.removeAttribute('hidden');
}

/** Calls back with a worker that waits to take over from an older one, now or later. */
function watch(registration: ServiceWorkerRegistration, offer: (worker: ServiceWorker) => void): void {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // Without a controller this is the first one: nothing is older than it.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
  });
}

/** @param base - the path that the site was built for */
export async function workOffline(page: Document, base: string): Promise<void> {
  const { serviceWorker } = navigator;
  let served = serviceWorker.controller !== null;
  let asked = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    // Another tab has let the new version in. What this one shows is of the old one, whole, until its reader wants it otherwise.
    else if (served) tell(page, () => location.reload());
    served = true;
  });
  const offer = (worker: ServiceWorker) =>
    tell(page, () => {
      asked = true;
      worker.postMessage('take over');
    });
  try {
    const options = { scope: base, updateViaCache: 'none' } as const;
    watch(await serviceWorker.register(scriptUrl(`${base}worker.js`), options), offer);
  } catch {
    // Storage is closed or full, or the host has no worker: the workbook works as long as there is a network.
  }
}
