import { describe, expect, it } from 'vitest';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

/** Opens the sensor of a board on stand-ins of its hardware modules. */
function open(machine: string, modules: string): unknown {
  openBoard();
  micropython.runPython(`
import json, sys
class Module:
    def __init__(self, **names):
        for name in names:
            setattr(self, name, names[name])
class Pin:
    OUT = 1
    def __init__(self, *_):
        pass
    def value(self, *_):
        pass
class I2C:
    chips = []
    def __init__(self, *_, **pins):
        pass
    def scan(self):
        return self.chips
class ADC:
    CORE_TEMP = 4
    def __init__(self, source):
        self.source = source
    def read_u16(self):
        return 14021 if self.source == 4 else 65535
class Imu:
    def __init__(self, bus):
        pass
    def accel(self):
        return (0.12341, -1.0, 0.0)
    def gyro(self):
        return (1.23451, 0.0, -2.0)
class Vector:
    def __init__(self, *xyz):
        self.xyz = xyz
class LSM9DS1(Imu):
    pass
for name in ("machine", "lsm6dsox", "imu", "esp32"):
    sys.modules.pop(name, None)
sys.modules["machine"] = Module(Pin=Pin, I2C=I2C, SoftI2C=I2C, ADC=ADC)
${modules}
import sensors
sensor, reason = sensors.open_sensor(${JSON.stringify(machine)})
result = json.dumps([sensor.name, sensor.channels, sensor.read(0), reason])
`);
  return JSON.parse(pythonGlobal('result'));
}

const MOTION = [
  ['ax', 'g'],
  ['ay', 'g'],
  ['az', 'g'],
  ['gx', 'dps'],
  ['gy', 'dps'],
  ['gz', 'dps'],
];
const READING = [0.1234, -1, 0, 1.235, 0, -2];

describe('the sensor of a board', () => {
  it.each([
    [
      'Arduino Nano RP2040 Connect with RP2040',
      'LSM6DSOX',
      'sys.modules["lsm6dsox"] = Module(LSM6DSOX=Imu)',
    ],
    [
      'Arduino Nano 33 BLE Sense with NRF52840',
      'LSM9DS1',
      `class IMU(Imu):
    def __init__(self, bus):
        self.imu = LSM9DS1(bus)
sys.modules["imu"] = Module(IMU=IMU)`,
    ],
    [
      // Rev2 goes by the same name: its driver in the build finds the other chip.
      'Arduino Nano 33 BLE Sense with NRF52840',
      'BMI270',
      `class BMI270:
    def __init__(self, bus):
        pass
class IMU(Imu):
    def __init__(self, bus):
        self.imu = BMI270(bus)
sys.modules["imu"] = Module(IMU=IMU)`,
    ],
    [
      'XIAO nRF52840 Sense with NRF52840',
      'LSM6DS3',
      `import time
class Driver(Imu):
    def __init__(self, bus):
        if self._read_reg(0x0F) != 0x6C:
            raise OSError("another chip")
    def _read_reg(self, reg, size=1):
        return 0x6A
sys.modules["lsm6dsox"] = Module(LSM6DSOX=Driver)`,
    ],
    [
      'Raspberry Pi Pico with RP2040',
      'MPU-6050',
      `I2C.chips = [0x68]
class MPU6050:
    def __init__(self, bus):
        self.accel = Vector(0.12341, -1.0, 0.0)
        self.gyro = Vector(1.23451, 0.0, -2.0)
sys.modules["imu"] = Module(MPU6050=MPU6050)`,
    ],
  ])('%s: %s', (machine, name, modules) => {
    expect(open(machine, modules)).toEqual([name, MOTION, READING, '']);
  });

  it('Pico without an MPU-6050: the chip temperature and a voltage', () => {
    expect(open('Raspberry Pi Pico 2 with RP2350', '')).toEqual([
      'RP2 ADC',
      [
        ['temp', 'degC'],
        ['adc0', 'V'],
      ],
      [26.99, 3.3],
      '',
    ]);
  });

  it.each([
    ['mcu_temperature=lambda: 41', 41],
    ['raw_temperature=lambda: 122', 50],
  ])('ESP32 with %s: the chip temperature', (names, degrees) => {
    const found = open(
      'Generic ESP32 module with ESP32',
      `sys.modules["esp32"] = Module(${names})`,
    );
    expect(found).toEqual(['ESP32 core', [['temp', 'degC']], [degrees], '']);
  });

  const NO_DRIVER =
    /^a chip answers at 0x68 like an MPU-6050 but has no driver here: mpremote mip install \S+imu\.py \S+vector3d\.py$/;
  it.each([
    ['no driver', '', NO_DRIVER],
    [
      'half a driver',
      `class Half:
    def __getattr__(self, name):
        if name == "MPU6050":
            raise ImportError("no module named 'vector3d'")
        raise AttributeError(name)
sys.modules["imu"] = Half()`,
      /no driver here: mpremote mip install \S*vector3d\.py$/,
    ],
    [
      'a driver that does not know the chip',
      `class MPU6050:
    def __init__(self, bus):
        raise ValueError("bad chip id")
sys.modules["imu"] = Module(MPU6050=MPU6050)`,
      /but its driver fails: ValueError bad chip id$/,
    ],
  ])('says it when an MPU-6050 answers but there is %s', (_what, modules, words) => {
    for (const machine of [
      'Raspberry Pi Pico with RP2040',
      'Generic ESP32S3 module with ESP32S3',
    ]) {
      const esp = 'sys.modules["esp32"] = Module(mcu_temperature=lambda: 41)';
      const named = `import os
os.uname = lambda: Module(machine=${JSON.stringify(machine)})`;
      const found = open(machine, `${esp}\n${named}\nI2C.chips = [0x68]\n${modules}`) as unknown[];
      expect(found[0]).toMatch(/^(RP2 ADC|ESP32 core)$/);
      expect(found[3]).toMatch(words);
    }
  });

  it.each([
    ['Generic ESP32 module with ESP32', [[21, 22]]],
    ['Generic ESP32S2 module with ESP32S2', [[8, 9]]],
    [
      'Generic ESP32S3 module with ESP32S3',
      [
        [8, 9],
        [5, 6],
      ],
    ],
    // Its D4 and D5 are 5 and 6.
    [
      'Seeed Studio XIAO ESP32S3 with ESP32S3',
      [
        [8, 9],
        [5, 6],
      ],
    ],
    [
      'ESP32C3 module with ESP32C3',
      [
        [8, 9],
        [6, 7],
      ],
    ],
    [
      'XIAO ESP32C6 with ESP32-C6',
      [
        [23, 22],
        [22, 23],
      ],
    ],
  ])('%s: has its bus on pins %j', (machine, pins) => {
    expect(
      open(
        machine,
        `sys.modules["esp32"] = Module(mcu_temperature=lambda: 41)
from boards.esp32_module import buses
tried = buses(${JSON.stringify(machine)})
sys.modules["imu"] = Module()
`,
      ),
    ).toBeDefined();
    micropython.runPython('result = json.dumps(tried)');
    expect(JSON.parse(pythonGlobal('result'))).toEqual(pins);
  });

  it.each([
    ['PYBv1.1 with STM32F405RG', '', /^no sensor is known for this board; .*simulated$/],
    ['Arduino Nano RP2040 Connect with RP2040', '', /ImportError .*lsm6dsox.*; .*simulated$/],
    [
      'Arduino Nano RP2040 Connect with RP2040',
      `class Absent:
    def __init__(self, bus):
        raise OSError("ENODEV")
sys.modules["lsm6dsox"] = Module(LSM6DSOX=Absent)`,
      /OSError ENODEV; .*simulated$/,
    ],
    ['Generic ESP32 module with ESP32', 'sys.modules["esp32"] = Module()', /OSError .*simulated$/],
  ])('falls back to the simulated one and says why (%s %#)', (machine, modules, why) => {
    const found = open(machine, modules) as unknown[];
    expect(found[0]).toBe('simulated');
    expect(found[3]).toMatch(why);
  });
});
