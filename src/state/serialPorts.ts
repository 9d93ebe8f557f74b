/** The serial ports of this browser, as far as the page has to do with them. */
import type { Fault } from '../board/fault.ts';
import type { GrantedPort } from '../board/portPicker.ts';
import type { Source } from '../board/source.ts';

export type PickedSource =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly fault: Fault };

export interface SerialPorts {
  /** Asks the person for a port. */
  pick(baudRate: number): Promise<PickedSource>;
  /** Those that the person granted before and that are plugged in now. */
  granted(): Promise<readonly GrantedPort[]>;
  /** One of those, without asking again. */
  use(port: GrantedPort, baudRate: number): Promise<PickedSource>;
  /** Tells when a granted port comes or goes. Returns a function that stops it. */
  onChanged(listener: () => void): () => void;
}
