/**
 * Why a board may not be there, and what to do: the text of the help, by operating system. Each
 * trouble begins with what the person sees.
 */
import type { TroubleTopic } from '../../state/troubleStore.ts';
import type { OperatingSystem } from './operatingSystem.ts';

export type TroubleName =
  | 'insecure'
  | 'no-web-serial'
  | 'forbidden'
  | 'not-listed'
  | 'bootloader'
  | 'in-use'
  | 'permission'
  | 'silent'
  | 'garbage'
  | 'wrong-socket';

export interface Trouble {
  readonly name: TroubleName;
  /** What the person sees. */
  readonly sight: string;
  /** What it means and what to do, the likeliest first. What is to be typed stands in `…`. */
  readonly steps: readonly string[];
}

/** All troubles as this system has them: first those with the board, then those with the browser. */
export function troublesOn(system: OperatingSystem): readonly Trouble[] {
  return [
    {
      name: 'not-listed',
      sight: 'My board is not in the list',
      steps: [
        'Try another cable: many cables only charge, and they look just like the others. A cable that has copied files from a phone is right.',
        'Plug it straight into the computer, without a hub, and watch the list: it changes while it is open.',
        ...NOT_LISTED[system],
      ],
    },
    {
      name: 'bootloader',
      sight: 'A drive appears (RPI-RP2, …BOOT) instead of a port',
      steps: [
        'The board waits for an interpreter: copy a MicroPython .uf2 file for it to that drive, or plug it in again without holding its button.',
      ],
    },
    {
      name: 'in-use',
      sight: 'The port could not be opened',
      steps: [
        'Only one program can hold a port. Close what may have it: the Arduino IDE and its serial monitor or plotter, Thonny, Mu, a terminal such as PuTTY or screen, another tab of this page or of another editor.',
        'Then press Try again. If it still fails, unplug the board and plug it in again.',
        ...IN_USE[system],
      ],
    },
    ...PERMISSION[system],
    {
      name: 'silent',
      sight: 'The port is open, but nothing comes',
      steps: [
        'Press the board’s reset button once: a program that had stopped begins again.',
        'A board without a program says nothing: put a sketch that prints numbers on it, or Tidemark’s firmware.',
        'A board behind a USB bridge speaks at one speed only: choose the one of its program (115200 is usual; Arduino examples often have 9600).',
      ],
    },
    {
      name: 'garbage',
      sight: 'The console shows garbage',
      steps: [
        'The speed differs: choose the one that the board’s program sets (`Serial.begin(…)`). For boards with native USB it does not matter, and is not offered.',
        'The program sends binary data: Tidemark reads lines of text.',
      ],
    },
    {
      name: 'wrong-socket',
      sight: 'My board has two USB sockets, and this one is silent',
      steps: [
        'Use the other one. On ESP32-S3 boards one leads to the chip itself (USB) and one to a bridge (UART or COM); the program speaks on one of them.',
      ],
    },
    {
      name: 'insecure',
      sight: 'The page says that serial ports are hidden from it',
      steps: [
        'Browsers show boards only to pages that came over https or from this computer.',
        'Open Tidemark over https, or at the address that `npm start` prints (http://localhost…), not by the computer’s name or number in the network.',
      ],
    },
    {
      name: 'no-web-serial',
      sight: 'The page says that this browser has no Web Serial',
      steps: [
        'Use Chrome, Edge, Opera or another browser that has Web Serial, on a computer: tablets and phones mostly cannot.',
        'Without one, the virtual board and recordings still work.',
      ],
    },
    {
      name: 'forbidden',
      sight: 'The page says that serial ports are forbidden',
      steps: [
        'Open the site settings (the sign left of the address) and allow serial ports for this page.',
        'On a computer that somebody manages (a school, a company), a policy may forbid it: ask them to allow Web Serial for this address.',
        'If the page stands inside another page, open it on its own.',
      ],
    },
  ];
}

/** The page of the help that answers what the person saw. */
export function troubleOf(topic: TroubleTopic): TroubleName | null {
  switch (topic) {
    case 'insecure':
    case 'forbidden':
    case 'not-listed':
    case 'silent':
    case 'garbage':
      return topic;
    case 'unsupported':
      return 'no-web-serial';
    case 'busy':
    case 'busy-here':
      return 'in-use';
    case 'gone':
    case 'lost':
      return 'not-listed';
    case 'no-answer':
      return 'silent';
    case 'cancelled':
    case 'virtual-failed':
    case 'refused':
    case 'write-failed':
    case 'worker-died':
    case 'no-worker':
    case 'not-applied':
    case 'not-saved':
    case 'not-kept':
    case 'unreadable':
      return null;
    default:
      return topic satisfies never;
  }
}

type BySystem<Content> = Readonly<Record<OperatingSystem, Content>>;

const NOT_LISTED: BySystem<readonly string[]> = {
  Windows: [
    'Open the Device Manager: the board should be under “Ports (COM & LPT)”. With a yellow sign there, or as an unknown device, its bridge lacks a driver: CH340, CP210x or FTDI, from the maker of the chip. Boards with native USB (Pico, Nano, XIAO, micro:bit) need none.',
  ],
  macOS: [
    'On a MacBook, answer “Allow” when macOS asks whether the accessory may connect.',
    'In a terminal, `ls /dev/cu.*` should show it (usbmodem… or usbserial…). If not, an old CH340 board may lack its driver.',
  ],
  Linux: [
    'A browser installed as a snap or a flatpak cannot see serial ports: use the one from the browser’s own .deb or .rpm package.',
    'In a terminal, `ls /dev/ttyACM* /dev/ttyUSB*` should show it. If a CH340 board vanishes after a second, the braille service has taken it: `sudo apt remove brltty`.',
  ],
  ChromeOS: [
    'When ChromeOS offers to connect the board to Linux, answer no: a board that belongs to the Linux container is not seen by the browser.',
  ],
};

const IN_USE: BySystem<readonly string[]> = {
  Windows: ['If no program has it, unplugging also frees a port that a crashed program has kept.'],
  macOS: ['In a terminal, `lsof /dev/cu.usb*` names the program that has it.'],
  Linux: [
    'In a terminal, `fuser -v /dev/ttyACM0` names the program that has it. ModemManager takes new ports for some seconds: wait and retry.',
  ],
  ChromeOS: [
    'If Linux has it: Settings, Developers, Linux, Manage USB devices, and switch it off there.',
  ],
};

const PERMISSION: BySystem<readonly Trouble[]> = {
  Windows: [],
  macOS: [],
  Linux: [
    {
      name: 'permission',
      sight: 'The port could not be opened, and no other program has it',
      steps: [
        'You may lack permission. Join the group that owns serial ports: `sudo usermod -aG dialout $USER` (uucp on Arch), then log out and in again.',
        'Or let your own login use it: a udev rule with `TAG+="uaccess"` for the board’s vendor id, then plug it in again.',
      ],
    },
  ],
  ChromeOS: [],
};
