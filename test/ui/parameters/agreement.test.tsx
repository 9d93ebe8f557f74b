import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../../src/analysis/messages/findings.ts';
import { verdictWords } from '../../../src/ui/parameters/AgreementLine.tsx';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const AGREEING = {
  comparable: true,
  changedAtMs: null,
  flagged: 42,
  agreed: 42,
  lost: 0,
  disagreements: [],
} as const satisfies Agreement;

function showing(agreement: Agreement | null): void {
  const world = createWorld();
  renderWith(world, <ParameterPanel />);
  act(() => world.connectTo());
  act(() => world.sayHealth({ agreement }));
}

describe('the agreement line', () => {
  it('counts the samples on which browser and board say the same', () => {
    showing(AGREEING);
    expect(
      screen.getByText('Agrees with the board on 42 of 42 flagged samples.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show disagreements' })).toBeNull();
  });

  it('mentions samples that only the board has seen', () => {
    showing({ ...AGREEING, lost: 3 });
    expect(screen.getByText(/42 of 42 .*; 3 samples lost, which only the board/)).toBeVisible();
  });

  it('says from when on they are compared, after the board took other parameters', () => {
    showing({ ...AGREEING, changedAtMs: Date.UTC(2026, 0, 1, 12, 0, 5) });
    expect(
      screen.getByText(/42 of 42 flagged samples since it took other parameters at .*:05/),
    ).toBeVisible();
  });

  it('says so when nothing was flagged yet', () => {
    showing({ ...AGREEING, flagged: 0, agreed: 0 });
    expect(
      screen.getByText(/of what both have judged, neither has flagged a sample/),
    ).toBeInTheDocument();
  });

  it.each([
    ['parameters-differ', /the parameters differ. Push to board or Revert/],
    ['learned-differently', /Restart learning to compare/],
  ] as const)('says what to do when they cannot be compared: %s', (why, words) => {
    showing({ comparable: false, why });
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('is absent for boards that do not judge', () => {
    showing(null);
    expect(screen.queryByText(/with the board/)).toBeNull();
  });

  it('lists the disagreements with how near the limit they lie', async () => {
    showing({
      ...AGREEING,
      agreed: 41,
      disagreements: [
        {
          channel: 0,
          timeMs: Date.UTC(2026, 0, 1, 12, 0, 1),
          value: 3.97,
          browser: 'oa',
          board: '',
          distance: 0.00012,
        },
      ],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Show disagreements' }));
    const list = within(await screen.findByRole('dialog', { name: 'Show disagreements' }));
    expect(list.getByText(/may round differently/)).toBeInTheDocument();
    const cells = list.getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells.slice(1)).toEqual(['x 3.970', 'outlier, alarm', 'nothing', '0.012\u00a0%']);
  });
});

describe('a verdict in words', () => {
  it.each([
    ['', 'nothing'],
    ['-', 'nothing'],
    ['o', 'outlier'],
    ['oac', 'outlier, alarm, collective'],
  ])('%j is %s', (letters, words) => expect(verdictWords(letters)).toBe(words));
});
