/** What a board may have in its flash. */
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { launcher, slotFiles } from '../../src/board/installer/installLayout.ts';

/** Our firmware, as the installer leaves it. */
export function installedFirmware(): Record<string, string> {
  const version = '0.1.0';
  const firmware = { version, files: loadFirmwareFiles() };
  const files = [
    ...slotFiles(firmware, 'a', { folders: true, minify: false, machine: 'webassembly' }),
    { ...launcher(version, 'a', true, null), path: 'main.py' },
  ];
  const decoder = new TextDecoder();
  return Object.fromEntries(files.map(({ path, bytes }) => [path, decoder.decode(bytes)]));
}

/** A workshop's own sketch, whose sensor comes loose after so many samples. */
export function looseSketch(samples: number): Record<string, string> {
  const source = `count = 0

def read_sensor():
    if count > ${samples}:
        raise OSError(5)
    return 20 + count % 7 / 8

def turn():
    global count
    count += 1
    print("temp:%.3f" % read_sensor())
`;
  return { 'main.py': source };
}

/** The same flash, but that its program fails at its very start the first time. */
export function failsOnce(flash: Readonly<Record<string, string>>): Record<string, string> {
  const source = `import os
if "ran" not in os.listdir():
    open("ran", "w").close()
    raise OSError(5)
${flash['main.py'] ?? ''}`;
  return { ...flash, 'main.py': source };
}
