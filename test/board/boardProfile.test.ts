import { expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { filesFor } from '../../src/board/installer/boardProfile.ts';

const files = loadFirmwareFiles();
const profiles = (machine: string) =>
  Object.keys(filesFor(files, machine)).filter((name) => name.startsWith('boards/'));

it.each([
  ['Raspberry Pi Pico with RP2040', ['mpu6050', 'raspberry_pi_pico']],
  ['Raspberry Pi Pico 2 W with RP2350', ['mpu6050', 'raspberry_pi_pico']],
  ['Arduino Nano RP2040 Connect with RP2040', ['nano_rp2040_connect']],
  ['Generic ESP32S3 module with ESP32S3', ['esp32_module', 'mpu6050']],
  ['XIAO nRF52840 Sense with NRF52840', ['xiao_nrf52840_sense']],
  ['PYBv1.1 with STM32F405RG', []],
])('%s gets its own profile and no other: %j', (machine, own) => {
  expect(profiles(machine).sort()).toEqual(own.map((name) => `boards/${name}.py`));
});

it('leaves everything else of the firmware in', () => {
  const rest = (all: Record<string, string>) =>
    Object.keys(all).filter((name) => !name.startsWith('boards/'));
  expect(rest(filesFor(files, 'Raspberry Pi Pico with RP2040'))).toEqual(rest(files));
});
