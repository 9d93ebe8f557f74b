/** Words of the table of boards. */
import type { KnownBoard, Sampled } from '../../board/knownBoards.ts';
import { spoken } from '../../language/spoken.ts';

export const BOARD_TABLE_WORDS = spoken({
  en: {
    intro:
      'Any board that prints numbers works, listed or not. On boards with MicroPython, Tidemark’s firmware runs the detector too.',
    board: 'Board',
    samples: 'Tidemark’s firmware there samples',
    none: 'not for this board: use the Arduino library, or any sketch that prints numbers',
  },
  pt: {
    intro:
      'Qualquer placa que imprima números funciona, esteja na lista ou não. Em placas com MicroPython, o firmware do Tidemark também executa o detector.',
    board: 'Placa',
    samples: 'O firmware do Tidemark nela mede',
    none: 'não há para esta placa: use a biblioteca Arduino, ou qualquer sketch que imprima números',
  },
});

/** How a board stands on USB. */
export const USB_WORDS = spoken<Readonly<Record<KnownBoard['usb'], string>>>({
  en: { native: 'native', bridge: 'bridge' },
  pt: { native: 'nativo', bridge: 'ponte' },
});

export const SAMPLED_WORDS = spoken<Readonly<Record<Sampled, string>>>({
  en: {
    'mpu6050-or-chip-and-gp26': 'MPU-6050 if wired, else chip temperature and GP26',
    'mpu6050-or-chip': 'MPU-6050 if wired, else chip temperature',
    'mpu6050-on-d4-d5-or-chip': 'MPU-6050 if wired to D4 and D5, else chip temperature',
    lsm6dsox: 'acceleration and rotation (LSM6DSOX)',
    'lsm9ds1-or-bmi270': 'acceleration and rotation (LSM9DS1 or BMI270)',
    'lsm6ds3tr-c-on-sense': 'acceleration and rotation (LSM6DS3TR-C, on the Sense)',
    acceleration: 'acceleration',
    simulated: 'simulated signal',
    'simulated-without-driver': 'simulated signal (its own sensor has no driver in the build)',
  },
  pt: {
    'mpu6050-or-chip-and-gp26':
      'o MPU-6050, se estiver ligado; se não, a temperatura do chip e GP26',
    'mpu6050-or-chip': 'o MPU-6050, se estiver ligado; se não, a temperatura do chip',
    'mpu6050-on-d4-d5-or-chip':
      'o MPU-6050, se estiver ligado a D4 e D5; se não, a temperatura do chip',
    lsm6dsox: 'aceleração e rotação (LSM6DSOX)',
    'lsm9ds1-or-bmi270': 'aceleração e rotação (LSM9DS1 ou BMI270)',
    'lsm6ds3tr-c-on-sense': 'aceleração e rotação (LSM6DS3TR-C, na Sense)',
    acceleration: 'aceleração',
    simulated: 'um sinal simulado',
    'simulated-without-driver':
      'um sinal simulado (o firmware não tem driver para o sensor da placa)',
  },
});
