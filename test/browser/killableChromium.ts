/** A browser that keeps its profile between runs and can be killed in mid-flight. */
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from './chromium.ts';

export interface KillableChromium {
  readonly page: Page;
  /** SIGKILL, as from a crash or a lack of memory. Resolves to when it was gone, by this clock. */
  kill(): Promise<number>;
  close(): Promise<void>;
}

export async function startKillableChromium(profile: string): Promise<KillableChromium> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM_PATH,
    args: CHROMIUM_FLAGS,
    viewport: { width: 1440, height: 900 },
  });
  const devtools = await context.browser()?.newBrowserCDPSession();
  const processes = await devtools?.send('SystemInfo.getProcessInfo');
  const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('The browser does not tell its process.');
  const gone = new Promise<void>((resolve) => {
    context.on('close', () => resolve());
  });
  return {
    page: await context.newPage(),
    async kill() {
      process.kill(pid, 'SIGKILL');
      await gone;
      return Date.now();
    },
    close: () => context.close(),
  };
}
