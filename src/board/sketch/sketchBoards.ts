/** Boards that a sketch can be made for, and what it reads there. */

/** Under this name the library is handed over. */
export const LIBRARY_FILE_NAME = 'Tidemark.zip';

export const SKETCH_BOARDS = [
  'uno',
  'mega',
  'nano33',
  'nano33rev2',
  'nanoRp2040',
  'nicla',
  'niclaVision',
  'xiao',
  'mpu6050',
  'pins',
] as const;
export type SketchBoard = (typeof SKETCH_BOARDS)[number];

export interface Reading {
  /** What its makers call it; null: many boards. */
  readonly name: string | null;
  /**
   * The sensor whose part of the example `Imu` is taken; null: analog pins, a channel each.
   */
  readonly sensor: string | null;
  /** Volts that the largest number of an analog pin stands for. */
  readonly volts: number;
  /** How many channels, `maxima` and `outliers` there is memory for. */
  readonly channels: number;
  readonly most: number;
  /** How much of these the library takes unasked, and how many bins of a season. */
  readonly unasked: number;
  readonly bins: number;
  /** The most bins that there is memory for; 0: a season cannot be judged. */
  readonly mostBins: number;
  /** The most nodes of a forest that there is memory for, of which the library takes `UNASKED_NODES`; 0: it has none. */
  readonly mostNodes: number;
}

/** Of a forest: as the library takes them where it is no AVR. */
export const UNASKED_NODES = 512;

const SMALL = { sensor: null, volts: 5, unasked: 10, bins: 0, mostNodes: 0 } as const;
const LARGE = {
  volts: 3.3,
  channels: 16,
  most: 64,
  unasked: 64,
  bins: 48,
  mostBins: 512,
  mostNodes: UNASKED_NODES,
} as const;
/** On a board with 256 kB of RAM. */
const ROOMY = { ...LARGE, mostNodes: 2048 } as const;

/** What was found by compiling them for these boards: `test/arduino/sketch.test.ts`. */
export const READINGS: Readonly<Record<SketchBoard, Reading>> = {
  uno: { name: 'Arduino Uno, Nano (ATmega328P)', ...SMALL, channels: 1, most: 16, mostBins: 0 },
  mega: { name: 'Arduino Mega 2560', ...SMALL, channels: 4, most: 24, mostBins: 48 },
  nano33: { name: 'Arduino Nano 33 BLE Sense', ...ROOMY, sensor: 'LSM9DS1' },
  nano33rev2: { name: 'Arduino Nano 33 BLE Sense Rev2', ...ROOMY, sensor: 'BMI270' },
  nanoRp2040: { name: 'Arduino Nano RP2040 Connect', ...ROOMY, sensor: 'LSM6DSOX' },
  nicla: { name: 'Arduino Nicla Sense ME', ...LARGE, sensor: 'BHI260AP' },
  niclaVision: { name: 'Arduino Nicla Vision', ...ROOMY, sensor: 'LSM6DSOX' },
  xiao: { name: 'Seeed XIAO nRF52840 Sense', ...ROOMY, sensor: 'LSM6DS3' },
  mpu6050: { name: null, ...LARGE, sensor: 'MPU-6050' },
  pins: { name: null, ...LARGE, sensor: null },
};
