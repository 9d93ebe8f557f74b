import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  Panel as Area,
  Group,
  type GroupImperativeHandle,
  type Layout,
  Separator,
} from 'react-resizable-panels';
import type { PanelName } from '../../state/viewStore.ts';
import { PanelPlace } from '../PanelTitle.tsx';
import { usePreferences, useView } from '../tidemarkContext.ts';
import styles from './layout.module.css';
import { LAYOUT_WORDS } from './layoutWords.ts';
import { usePanelInSight } from './usePanelInSight.ts';
import { usePanelKeys } from './usePanelKeys.ts';

/** Up to here the panels stand one below the other, as layout.module.css has it. */
const STACKED = '(max-width: 860px)';

/** Shares in percent where nobody has moved a handle. The least sizes below may take more. */
const BUILT: Readonly<Record<'columns' | 'left' | 'right', Layout>> = {
  columns: { left: 74, right: 26 },
  left: { signal: 77, lower: 23 },
  right: { detector: 62, fit: 38 },
};

/** The panels scroll for themselves; one that is maximised must not be cut off. */
const WHOLE = { overflow: 'visible' } as const;

interface PanelLayoutProps extends Readonly<Record<PanelName, ReactNode>> {}

/**
 * Where the panels stand: the signal above what was found in it, the detector above the reason for
 * its limits. Handles between them move what they share; a panel can fill the screen.
 */
export function PanelLayout(panels: PanelLayoutProps): ReactNode {
  const stacked = useMediaQuery(STACKED, false, { getInitialValueInEffect: false });
  const maximised = useView((state) => state.maximised);
  const layout = useRef<HTMLDivElement>(null);
  usePanelKeys();
  usePanelInSight(layout);
  // With their places the panels get another height: what has the focus is not where it was.
  const before = useRef(maximised);
  useEffect(() => {
    if (before.current === maximised) return;
    before.current = maximised;
    const focused = document.activeElement;
    if (layout.current?.contains(focused)) focused?.scrollIntoView({ block: 'nearest' });
  }, [maximised]);
  return (
    <div ref={layout} className={styles.layout} data-maximised={maximised ?? undefined}>
      <Shared name="columns" orientation="horizontal" disabled={stacked}>
        <Area id="left" minSize="340px" className={styles.area} style={WHOLE}>
          <Shared name="left" orientation="vertical" disabled={stacked}>
            <Area id="signal" minSize="200px" className={styles.area} style={WHOLE}>
              <Place name="signal">{panels.signal}</Place>
            </Area>
            <Handle label={LAYOUT_WORDS.signalAndAnomalies} />
            <Area id="lower" minSize="182px" className={styles.area} style={WHOLE}>
              <Place name="lower">{panels.lower}</Place>
            </Area>
          </Shared>
        </Area>
        <Handle label={LAYOUT_WORDS.signalAndDetector} />
        <Area id="right" minSize="322px" className={styles.area} style={WHOLE}>
          <Shared name="right" orientation="vertical" disabled={stacked}>
            <Area id="detector" minSize="200px" className={styles.area} style={WHOLE}>
              <Place name="detector">{panels.detector}</Place>
            </Area>
            <Handle label={LAYOUT_WORDS.detectorAndFit} />
            <Area id="fit" minSize="190px" className={styles.area} style={WHOLE}>
              <Place name="fit">{panels.fit}</Place>
            </Area>
          </Shared>
        </Area>
      </Shared>
    </div>
  );
}

interface SharedProps {
  readonly name: keyof typeof BUILT;
  readonly orientation: 'horizontal' | 'vertical';
  readonly disabled: boolean;
  readonly children: ReactNode;
}

/** Two parts that share their room as the person left it, or as built after a double click. */
function Shared({ name, orientation, disabled, children }: SharedProps): ReactNode {
  const stored = usePreferences((state) => state.panelSizes);
  const prefer = usePreferences((state) => state.prefer);
  const group = useRef<GroupImperativeHandle>(null);
  const isBuilt = stored[name] === undefined;
  const build = (): void => {
    const { [name]: _, ...others } = stored;
    prefer({ panelSizes: others });
  };
  useEffect(() => {
    if (isBuilt) group.current?.setLayout(BUILT[name]);
  }, [isBuilt, name]);
  return (
    <Group
      id={`${name}-group`}
      orientation={orientation}
      disabled={disabled}
      groupRef={group}
      defaultLayout={stored[name] ?? BUILT[name]}
      onLayoutChanged={(_, { isUserInteraction, requestedLayout }) => {
        if (!isUserInteraction || !requestedLayout) return;
        prefer({ panelSizes: { ...stored, [name]: requestedLayout } });
      }}
      onDoubleClick={(event) => {
        if (!isHandle(event.target)) return;
        event.stopPropagation();
        build();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !isHandle(event.target)) return;
        event.stopPropagation();
        build();
      }}
    >
      {children}
    </Group>
  );
}

function isHandle(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-handle]') !== null;
}

function Handle({ label }: { readonly label: string }): ReactNode {
  return (
    <Separator
      className={styles.handle}
      aria-label={label}
      title={LAYOUT_WORDS.handle}
      disableDoubleClick
      data-handle
    />
  );
}

interface PlaceProps {
  readonly name: PanelName;
  readonly children: ReactNode;
}

function Place({ name, children }: PlaceProps): ReactNode {
  return (
    <PanelPlace value={name}>
      <div id={`panel-${name}`} tabIndex={-1} className={styles[name]} data-place={name}>
        {children}
      </div>
    </PanelPlace>
  );
}
