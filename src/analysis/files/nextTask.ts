/**
 * Lets what waits be done first: messages that came, timers that are due. Reading from what is ready
 * at once never does by itself. Not by a timer: browsers hold repeated ones up by 4 ms each.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1: here, port2: there } = new MessageChannel();
    here.onmessage = () => {
      here.close();
      resolve();
    };
    there.postMessage(null);
  });
}
