import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { goToTarget, targetOf } from '../../../src/ui/tour/targets.ts';
import { anEvent, createWorld, eventCounts } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function showWhere(): void {
  const target = targetOf('why');
  if (!target) throw new Error('the panel is missing');
  goToTarget(target);
}

describe('“Show me where” of the tour', () => {
  it('goes to the newest row of the list, where Enter chooses it, else to the panel', () => {
    const world = createWorld();
    renderWith(
      world,
      <section id="panel-lower" tabIndex={-1}>
        <AnomalyList beside={null} />
      </section>,
    );
    act(() => world.connectTo());
    act(showWhere);
    expect(document.getElementById('panel-lower')).toHaveFocus();
    act(() =>
      world.worker.say({
        type: 'events',
        replaceAll: true,
        events: [anEvent(1), anEvent(2)],
        counts: eventCounts(2),
      }),
    );
    act(showWhere);
    expect(screen.getAllByRole('button', { name: /^Show/ })[0]).toHaveFocus();
  });
});
