import { useEffect, useState } from 'react';

/** Who has done nothing for so long is told what to do. */
export const STUCK_AFTER_MS = 15_000;

/** Whether nothing was done for long since this began; `at` says what is to be done. */
export function useStuck(at: string): boolean {
  const [stuckAt, setStuckAt] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStuckAt(at), STUCK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setStuckAt(null);
    };
  }, [at]);
  return stuckAt === at;
}
