/** Identifies the build: equal in a page and in the service worker that serves it. */
export const BUILD_ID: string = __BUILD_ID__;

const HOUR_MS = 3_600_000;

export interface ServiceWorkerEvents {
  /** A new version waits, or another tab has moved on to it; it starts with `activateUpdate` or the next visit. */
  onUpdateReady(): void;
  /** Everything the page needs is on the device. */
  onOfflineReady(): void;
}

export interface ServiceWorkerHandle {
  /** Starts the waiting version and reloads the page. Call it when the user agreed and the work is stored. */
  activateUpdate(): void;
}

/**
 * Registers the service worker and watches for new versions. Where there is none (development server, private mode,
 * plain http) nothing happens and the handle's `activateUpdate` just reloads.
 */
export async function registerServiceWorker(events: ServiceWorkerEvents): Promise<ServiceWorkerHandle> {
  const registration = await register();
  if (!registration) return { activateUpdate: () => location.reload() };

  let activating = false;
  const hadController = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (activating) location.reload();
    else if (hadController) events.onUpdateReady();
  });

  watchInstalls(registration, events);
  void navigator.serviceWorker.ready.then(events.onOfflineReady);
  void differsFromController().then((differs) => differs && events.onUpdateReady());
  checkHourly(registration);

  return {
    activateUpdate() {
      activating = true;
      if (registration.waiting) registration.waiting.postMessage({ type: 'activate' });
      else location.reload();
    },
  };
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return null;
  const script = new URL('service-worker.js', document.baseURI).href;
  try {
    return await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

function watchInstalls(registration: ServiceWorkerRegistration, events: ServiceWorkerEvents): void {
  if (registration.waiting) events.onUpdateReady();
  registration.addEventListener('updatefound', () => {
    const installing = registration.installing;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller) events.onUpdateReady();
    });
  });
}

/** Whether the worker in charge belongs to another build than this page. */
function differsFromController(): Promise<boolean> {
  const { controller } = navigator.serviceWorker;
  if (!controller) return Promise.resolve(false);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => resolve(data !== BUILD_ID), { once: true });
    port1.start();
    controller.postMessage({ type: 'build' }, [port2]);
  });
}

function checkHourly(registration: ServiceWorkerRegistration): void {
  setInterval(() => {
    if (navigator.onLine && document.visibilityState === 'visible')
      registration.update().catch(ignoreOffline);
  }, HOUR_MS);
}

/** The next check comes in an hour; a host that cannot be reached now is no fault. */
function ignoreOffline(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
