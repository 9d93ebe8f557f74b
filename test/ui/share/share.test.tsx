import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import decodeQr from 'qr/decode.js';
import { describe, expect, it, vi } from 'vitest';
import { readSetupFragment } from '../../../src/state/setupLink.ts';
import { ProposalBar } from '../../../src/ui/share/ProposalBar.tsx';
import { qrPath } from '../../../src/ui/share/qrPath.ts';
import { ShareDialog } from '../../../src/ui/share/ShareDialog.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function proposed(fragment: string): World {
  const world = createWorld();
  renderWith(world, <ProposalBar />);
  act(() => void world.tidemark.proposeFragment(fragment));
  return world;
}

const bar = () => screen.getByRole('region', { name: 'Proposal' });

describe('what a link proposes', () => {
  it('is said in one sentence, and used when the person says so', async () => {
    const { tidemark } = proposed('#setup?v=1&gamma=3.5&delta=0.94&season=2000&window=2+min');
    expect(bar()).toHaveTextContent(
      'The link that you opened proposes to set γ 3.5 σ, season 2000 ms; show the last 2 min. Nothing is pushed to a board.',
    );
    await userEvent.click(within(bar()).getByRole('button', { name: 'Use these' }));
    expect(tidemark.tuning.getState().editing.gamma).toBe(3.5);
    expect(tidemark.view.getState().window).toBe('2 min');
    expect(screen.queryByRole('region', { name: 'Proposal' })).toBeNull();
  });

  it('names the virtual board, and that opening it ends what is open', () => {
    const world = proposed('#setup?v=1&machine=pump&seed=7');
    expect(bar()).toHaveTextContent('proposes to open the Virtual pump with seed 7. Nothing');
    act(() => world.connectTo());
    expect(bar()).toHaveTextContent('with seed 7, which ends what is open now. Nothing');
  });

  it('is gone without a trace when it is declined', async () => {
    const { tidemark, worker } = proposed('#setup?v=1&machine=pump&seed=7&gamma=3');
    await userEvent.click(within(bar()).getByRole('button', { name: 'Decline' }));
    expect(screen.queryByRole('region', { name: 'Proposal' })).toBeNull();
    expect(tidemark.tuning.getState().editing.gamma).toBe(4);
    expect(heardOf(worker, 'open')).toEqual([]);
  });

  it.each([
    [
      '#setup?v=1&gamma=99',
      'The link that you opened cannot be used: it says “99” for gamma. Bound γ must be above 0 and at most 20.',
    ],
    ['#setup?v=1&gama=3', 'cannot be used: “gama” is no parameter of Tidemark.'],
    [
      '#setup?v=1&machine=toaster',
      'machine cannot be “toaster”. It may be machine or pump or uno.',
    ],
    ['#setup?v=9', 'it was made by a newer Tidemark.'],
  ])('%s is refused with a plain sentence', async (fragment, sentence) => {
    const { tidemark } = proposed(fragment);
    expect(bar()).toHaveTextContent(sentence);
    await userEvent.click(within(bar()).getByRole('button', { name: 'OK' }));
    expect(tidemark.proposals.getState().proposal).toBeNull();
  });
});

describe('a file of parameters that is chosen', () => {
  it('is proposed, and not read as samples', async () => {
    const world = createWorld();
    renderWith(world, <ProposalBar />);
    const file = new File(['{"gamma": 3}'], 'tidemark-parameters.json');
    act(() => world.tidemark.imports.getState().choose(file));
    expect(await screen.findByRole('region', { name: 'Proposal' })).toHaveTextContent(
      'The file tidemark-parameters.json proposes to set γ 3 σ.',
    );
    expect(heardOf(world.worker, 'look')).toEqual([]);
  });
});

/** The code in black on white, a few pixels a module, with white around it. */
function photographed(code: ReturnType<typeof qrPath>) {
  const { size, d } = code ?? { size: 0, d: '' };
  const [scale, quiet] = [4, 4];
  const side = (size + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = ''] of d.matchAll(/M(\d+) (\d+)/g)) {
    for (let at = 0; at < scale * scale; at += 1) {
      const column = (Number(x) + quiet) * scale + (at % scale);
      const row = (Number(y) + quiet) * scale + Math.floor(at / scale);
      data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

describe('sharing', () => {
  it('copies a link to parameters, view and virtual board, and shows it to cameras', async () => {
    const world = createWorld();
    renderWith(world, <ShareDialog />);
    act(() => world.tidemark.connectVirtual({ machine: 'pump', seed: 3 }));
    act(() => world.tidemark.tuning.getState().edit({ gamma: 3.5 }));
    act(() => world.tidemark.view.getState().showOverlay('share'));
    const dialog = await screen.findByRole('dialog', { name: 'Share' });
    expect(within(dialog).getByRole('img', { name: 'QR code of the link' })).toBeInTheDocument();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Copy link' }));
    const [link = ''] = write.mock.calls[0] ?? [];
    expect(within(dialog).getByRole('textbox', { name: 'Link' })).toHaveValue(link);
    expect(readSetupFragment(new URL(link).hash)).toMatchObject({
      ok: true,
      setup: { parameters: { gamma: 3.5 }, virtual: { machine: 'pump', seed: 3 } },
    });
  });

  it('makes a code that a camera reads as the link', () => {
    const link = `https://example.org/tidemark/#setup?v=1&machine=pump&seed=3&${'gamma=3.5&'.repeat(20)}`;
    expect(decodeQr(photographed(qrPath(link)))).toBe(link);
  });

  it('has no code for what is too long', () => {
    expect(qrPath('x'.repeat(4000))).toBeNull();
  });
});
