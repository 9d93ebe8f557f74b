/** Of one quantity each: in two of them a value is said twice. */
const ALIKE = [
  '°C C degC celsius °F F degF fahrenheit K kelvin',
  'm cm mm um km in inch inches ft feet',
  'Pa hPa kPa MPa mbar bar psi atm mmHg inHg torr',
  'g mg kg lb lbs oz',
  'm/s km/h kmh mph kn knots',
  'V mV uV kV',
  'A mA uA',
  'W mW kW',
  '° deg degree degrees rad',
  'lux lx lm cd',
].map((units) => new Set(units.split(' ')));

/** Whether each value has a known unit, and no two of them are of one quantity. */
export const areOfSeveral = (values: readonly { readonly unit: string }[]): boolean =>
  values.length > 1 &&
  values.every(
    ({ unit }, i) =>
      isKnownUnit(unit) &&
      !values.some(({ unit: other }, k) => k !== i && (other === unit || areAlike(unit, other))),
  );

const areAlike = (unit: string, other: string) =>
  ALIKE.some((units) => units.has(unit) && units.has(other));

/** Units that sketches print, where only their names tell a unit from the next label. */
const KNOWN = new Set(
  (
    'C F K °C °F ° deg degC degF degs degree degrees celsius fahrenheit kelvin % %RH %rh RH percent ‰ ' +
    'V mV uV µV μV kV A mA uA µA μA nA W mW uW kW Wh kWh mAh Ah VA var J kJ Ω ohm ohms kohm kΩ MΩ ' +
    'Hz kHz MHz GHz Pa hPa kPa MPa mbar bar psi atm mmHg inHg torr ' +
    'm cm mm um µm μm nm km in inch inches ft feet m/s m/s2 m/s² m/s^2 km/h kmh mph kn knots ' +
    's sec secs second seconds ms us µs μs ns min mins minutes h hr hours ' +
    'g mg ug µg kg t lb lbs oz N mN kN Nm g/cm3 kg/m3 ug/m3 µg/m3 μg/m3 ug/m^3 mg/m3 ' +
    'lux lx lm cd ppm ppb dB dBm dBA dBi rpm RPM rps rad rad/s deg/s dps °/s bpm ' +
    'L l ml mL l/min L/min ml/min m3 m³ m^3 uT µT μT mT G gauss mg/L uS/cm µS/cm mS/cm pH NTU ' +
    'counts count raw lsb LSB px steps ticks bytes kB MB bits $ €'
  ).split(' '),
);

export const isKnownUnit = (word: string): boolean => KNOWN.has(word) || /^[°%]/.test(word);
