import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TroubleTopic } from '../../state/troubleStore.ts';
import { useTrouble } from '../tidemarkContext.ts';

interface TroubleButtonProps {
  readonly topic: TroubleTopic;
  readonly children: ReactNode;
}

/** Opens the help at what the person sees. */
export function TroubleButton({ topic, children }: TroubleButtonProps): ReactNode {
  const ask = useTrouble((state) => state.ask);
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => ask(topic)}>
      {children}
    </Button>
  );
}
