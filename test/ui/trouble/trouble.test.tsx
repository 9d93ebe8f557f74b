import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { StartDoors } from '../../../src/ui/start/StartDoors.tsx';
import { guessSystem, SYSTEMS } from '../../../src/ui/trouble/operatingSystem.ts';
import { TroubleHelp } from '../../../src/ui/trouble/TroubleHelp.tsx';
import { troubleOf, troublesOn } from '../../../src/ui/trouble/troubles.ts';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

describe.each(SYSTEMS)('the help for boards that do not work, on %s', (system) => {
  const troubles = troublesOn(system);

  it('says what is seen and what to do, in sentences', () => {
    for (const { sight, steps } of troubles) {
      expect(sight).toMatch(/^[A-Z].*[^.]$/);
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step).toMatch(/^[A-Z].*[.)]$/);
    }
  });

  it('says nothing twice', () => {
    const all = troubles.flatMap(({ sight, steps }) => [sight, ...steps]);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(troubles.map(({ name }) => name)).size).toBe(troubles.length);
  });

  it.each([
    ['https', 'insecure'],
    ['Chrome, Edge', 'no-web-serial'],
    ['policy', 'forbidden'],
    ['cables only charge', 'not-listed'],
    ['Arduino IDE', 'in-use'],
    ['Thonny', 'in-use'],
    ['another tab', 'in-use'],
    ['reset button', 'silent'],
    ['speed', 'garbage'],
    ['other one', 'wrong-socket'],
  ])('knows of %s', (words, name) => {
    const trouble = troubles.find((one) => one.name === name);
    expect(trouble?.steps.join(' ')).toContain(words);
  });
});

describe('the help for boards that do not work', () => {
  it('knows of groups, snaps and the braille service on Linux only', () => {
    for (const system of SYSTEMS) {
      const words = troublesOn(system)
        .flatMap(({ steps }) => steps)
        .join(' ');
      for (const word of ['dialout', 'snap', 'brltty']) {
        expect(words.includes(word), `${word} on ${system}`).toBe(system === 'Linux');
      }
    }
  });

  it('guesses the system', () => {
    const agents = ['Windows NT 10.0', 'Macintosh; Intel Mac OS X', 'X11; Linux', 'X11; CrOS'];
    expect(agents.map(guessSystem)).toEqual(['Windows', 'macOS', 'Linux', 'ChromeOS']);
  });

  it('opens from the start, shows the page that fits, and another system’s', async () => {
    const world = createWorld();
    renderWith(
      world,
      <>
        <StartDoors />
        <TroubleHelp />
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'I can’t see my board' }));
    const help = await screen.findByRole('dialog', { name: 'I can’t see my board' });
    const page = () => within(help).getByRole('button', { expanded: true });
    expect(page()).toHaveAccessibleName('My board is not in the list');
    await userEvent.click(within(help).getByRole('radio', { name: 'Windows' }));
    expect(help).toHaveTextContent(/Device Manager/);
    await userEvent.click(within(help).getByRole('button', { name: 'Which boards work?' }));
    expect(help).toHaveTextContent(/BBC micro:bit\s*bridge\s*acceleration/);
    await userEvent.click(screen.getByRole('button', { name: 'Close help' }));
    act(() => world.tidemark.trouble.getState().ask('busy'));
    const again = await screen.findByRole('dialog', { name: 'I can’t see my board' });
    expect(within(again).getByRole('button', { expanded: true })).toHaveAccessibleName(
      'The port could not be opened',
    );
  });

  it('has nothing to say of a person’s own cancel', () => {
    expect(troubleOf('cancelled')).toBeNull();
  });
});
