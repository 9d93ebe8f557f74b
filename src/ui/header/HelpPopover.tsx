import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { chaptersOffered } from '../../state/lessonStore.ts';
import { VERSION } from '../../version.ts';
import { LanguageSwitch } from '../controls/LanguageSwitch.tsx';
import { Glossary } from '../explain/Glossary.tsx';
import { toggleSecondWindow } from '../presenter/secondWindow.ts';
import { PRESENTER_WORDS } from '../presenter/words.ts';
import { LessonButton } from '../teaching/LessonButton.tsx';
import { SheetButtons } from '../teaching/SheetButtons.tsx';
import { canPresent, useBoard, useLesson, useTidemark, useView } from '../tidemarkContext.ts';
import { ChapterButtons } from '../tour/ChapterButtons.tsx';
import { TourButtons } from '../tour/TourButtons.tsx';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import { HELP_MARK } from '../useLanguage.ts';
import styles from './header.module.css';
import { HELP_WORDS } from './headerWords.ts';

export function HelpPopover(): ReactNode {
  const tidemark = useTidemark();
  const isShownTwice = useView((state) => state.second !== null);
  const showOverlay = useView((state) => state.showOverlay);
  const present = useView((state) => state.present);
  const [first] = useLesson(chaptersOffered);
  const presentable = useBoard(canPresent);
  const [opened, setOpened] = useState(false);
  // It would lie over the tour.
  const close = (): void => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={380}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={HELP_WORDS.help}
          onClick={() => setOpened(!opened)}
          {...HELP_MARK}
        >
          ?
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={HELP_WORDS.help} className={styles.help}>
        <ul tabIndex={-1} data-autofocus>
          <li>{HELP_WORDS.begin}</li>
          <li>{HELP_WORDS.learns}</li>
          <li>{HELP_WORDS.edit}</li>
          <li>{HELP_WORDS.drag}</li>
          <li>{HELP_WORDS.recorded}</li>
        </ul>
        <Glossary />
        <div className={styles.helpButtons}>
          <Button size="compact-sm" variant="default" onClick={() => showOverlay('keys')}>
            {HELP_WORDS.keys}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => showOverlay('commands')}>
            {HELP_WORDS.commands}
          </Button>
          {presentable && (
            <Button size="compact-sm" variant="default" onClick={() => present(true)}>
              {PRESENTER_WORDS.command} (V)
            </Button>
          )}
          {presentable && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => toggleSecondWindow(tidemark)}
            >
              {isShownTwice ? PRESENTER_WORDS.closeSecond : PRESENTER_WORDS.secondCommand}
            </Button>
          )}
        </div>
        <TourButtons onBegun={close} />
        <div className={styles.helpButtons}>
          <ChapterButtons but={first} onBegun={close} />
        </div>
        <div className={styles.helpButtons}>
          <SheetButtons />
          <LessonButton />
        </div>
        <TroubleButton topic="not-listed">{HELP_WORDS.notSeen}</TroubleButton>
        <LanguageSwitch />
        <p className={styles.version}>Tidemark {VERSION}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
