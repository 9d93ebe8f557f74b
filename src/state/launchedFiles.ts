/** Files that the system opens with the installed page, one a window. */

/** As Chromium has it; other browsers have none. */
export interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly LaunchedFile[] }) => void): void;
}

interface LaunchedFile {
  getFile(): Promise<File>;
}

/** @param unreadable hears of a file that is gone or may not be read */
export function takeLaunchedFiles(
  queue: LaunchQueue | undefined,
  choose: (file: File) => void,
  unreadable: () => void,
): void {
  queue?.setConsumer(({ files = [] }) => {
    const [first] = files;
    void first?.getFile().then(choose, unreadable);
  });
}
