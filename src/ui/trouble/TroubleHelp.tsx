import { Accordion, Code, Drawer, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BoardTable } from '../boards/BoardTable.tsx';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { SketchButton } from '../sketch/SketchButton.tsx';
import { SKETCH_WORDS } from '../sketch/sketchWords.ts';
import { useTrouble } from '../tidemarkContext.ts';
import { guessSystem, type OperatingSystem, SYSTEMS } from './operatingSystem.ts';
import styles from './trouble.module.css';
import { troubleOf, troublesOn } from './troubles.ts';
import { HELP_WORDS } from './troubleWords.ts';

/** “I can’t see my board”: what it may be and what to do, by operating system. */
export function TroubleHelp(): ReactNode {
  const topic = useTrouble((state) => state.topic);
  const close = useTrouble((state) => state.close);
  const opened = useOpenedOnceThere(topic !== null);
  const focus = useFocusGivenBack(opened);
  return (
    <Drawer
      opened={opened}
      {...focus}
      onClose={close}
      position="right"
      size="md"
      title={HELP_WORDS.title}
      closeButtonProps={{ 'aria-label': HELP_WORDS.close }}
    >
      {topic !== null && <Troubles key={topic} first={troubleOf(topic) ?? 'not-listed'} />}
    </Drawer>
  );
}

function Troubles({ first }: { readonly first: string }): ReactNode {
  const close = useTrouble((state) => state.close);
  const [system, setSystem] = useState<OperatingSystem>(() => guessSystem(navigator.userAgent));
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={HELP_WORDS.system}
        data={[...SYSTEMS]}
        value={system}
        onChange={(chosen) => setSystem(chosen as OperatingSystem)}
      />
      <Accordion defaultValue={first} className={styles.troubles} order={3}>
        {troublesOn(system).map(({ name, sight, steps }) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>{sight}</Accordion.Control>
            <Accordion.Panel>
              <ul className={styles.steps}>
                {steps.map((step) => (
                  <li key={step}>{withCode(step)}</li>
                ))}
              </ul>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
        <Accordion.Item value="arduino">
          <Accordion.Control>{SKETCH_WORDS.have}</Accordion.Control>
          <Accordion.Panel>
            <p>{SKETCH_WORDS.cannot}</p>
            <SketchButton onOpen={close}>{SKETCH_WORDS.choice}</SketchButton>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="boards">
          <Accordion.Control>{HELP_WORDS.which}</Accordion.Control>
          <Accordion.Panel>
            <BoardTable />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </>
  );
}

/** What is to be typed, between backticks, looks like it. */
function withCode(step: string): ReactNode {
  return step
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <Code key={part}>{part}</Code> : part));
}
