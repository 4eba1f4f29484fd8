/** Of the File Handling API, which TypeScript's library does not have yet. */
interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Hands over the files with which the system opened the installed app, also while it is open. */
export function takeLaunchFiles(onFiles: (files: readonly File[]) => void): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    if (files.length === 0) return;
    Promise.all(files.map((handle) => handle.getFile())).then(onFiles, () => undefined);
  });
}
